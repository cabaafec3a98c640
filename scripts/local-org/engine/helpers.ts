/** The functions that generated code calls by name. They are looked up once, when a unit is instantiated. */
import type { OrgUser } from '../contracts/org';
import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import * as conversions from '../runtime/convert';
import { ApexDate } from '../runtime/date';
import { ApexDatetime } from '../runtime/datetime';
import { ApexEnumValue } from '../runtime/enum';
import { equalOperands, equalStrings, equalValues, isNumeric } from '../runtime/equality';
import type { ApexException } from '../runtime/exceptions';
import { notNull } from '../runtime/exceptions';
import { ApexId } from '../runtime/id';
import * as integers from '../runtime/integer';
import * as operators from '../runtime/operators';
import * as ordering from '../runtime/ordering';
import { SObjectValue } from '../runtime/sobject';
import { textOf } from '../runtime/text';
import { ApexTime } from '../runtime/time';
import { TypeValue } from '../runtime/type-value';
import { UnsupportedCall } from '../runtime/unsupported';
import { turned } from './cpu';
import { caught, isFatal, tooDeep } from './errors';
import * as values from './values';
import { isWaiting } from './waiting';

export interface HelperOptions {
  /** The user whom a row of User stands for. */
  readonly userOf: (row: unknown) => OrgUser;
  /** Gives a caught exception its Apex line and trace on demand. */
  readonly prepare: (exception: ApexException) => void;
}

export function helpers(rt: Runtime, options: HelperOptions): object {
  return {
    ...conversions,
    ...integers,
    ...operators,
    ...ordering,
    ...values,
    ...rows(rt),
    rt,
    nn: notNull,
    isWaiting,
    isFatal,
    tooDeep,
    turned,
    caught(error: unknown) {
      const exception = caught(error);
      options.prepare(exception);
      return exception;
    },
    equalStrings,
    equalOperands: (a: unknown, b: unknown) => equalOperands(rt, a, b),
    equalValues: (a: unknown, b: unknown) => equalValues(rt, a, b),
    orderIntegers: (a: number | null, b: number | null) => (a === null || b === null ? NaN : a - b),
    identical: (a: unknown, b: unknown) => identical(rt, a, b),
    text: (value: unknown) => textOf(rt, value),
    cast: (value: unknown, type: TypeRef) => conversions.cast(rt, value, type),
    typeLiteral: (type: TypeRef) => new TypeValue(type),
    newSet: (type: TypeRef, source?: unknown) => values.newSet(rt, type, source),
    setOf: (type: TypeRef, items: readonly unknown[]) => values.setOf(rt, type, items),
    newMap: (type: TypeRef, source?: unknown) => values.newMap(rt, type, source),
    mapOf: (type: TypeRef, entries: readonly unknown[]) => values.mapOf(rt, type, entries),
    initException,
    unsupported(type: string, what: string): never {
      throw new UnsupportedCall(type, what);
    },
    ...runAs(rt, options)
  };
}

function rows(rt: Runtime) {
  const rowField = (row: unknown, field: string): unknown => {
    if (row instanceof SObjectValue) {
      const value = row.fields.get(field);
      if (value !== undefined) return value;
    }
    return rt.data.getField(rt, row, field);
  };
  return {
    rowField,
    fieldOfParent: (row: unknown, field: string) => (row === null ? null : rowField(row, field)),
    putRowField: (row: unknown, field: string, value: unknown) => rt.data.putField(rt, row, field, value),
    newRow(object: string, names: readonly string[], contents: readonly unknown[]) {
      const row = rt.data.newSObject(rt, object);
      names.forEach((name, i) => rt.data.putField(rt, row, name, contents[i]));
      return row;
    }
  };
}

function runAs(rt: Runtime, { userOf }: HelperOptions) {
  const setUser = (user: OrgUser): void => {
    (rt.tx as { user: OrgUser }).user = user;
  };
  return {
    beginRunAs(row: unknown): OrgUser {
      const { user } = rt.tx;
      setUser(userOf(notNull(row)));
      return user;
    },
    endRunAs: setUser
  };
}

/** What the constructors that every exception class has do: the key says which. */
function initException(exception: ApexException, key: string, ...args: unknown[]): void {
  const message = key.startsWith('<init>(String') ? (args[0] as string | null) : null;
  const cause = key.endsWith('System.Exception)') ? (args[args.length - 1] as ApexException | null) : null;
  exception.initialise(message, cause);
}

/** `===`: primitives have no identity of their own. */
function identical(rt: Runtime, a: unknown, b: unknown): boolean {
  return a === b || ((isNumeric(a) || PRIMITIVE_KINDS.some((kind) => a instanceof kind)) && equalValues(rt, a, b));
}

const PRIMITIVE_KINDS = [ApexId, ApexDate, ApexDatetime, ApexTime, ApexEnumValue];
