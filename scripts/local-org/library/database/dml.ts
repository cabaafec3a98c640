import type { LibraryEntry, WaitingImplementation } from '../../contracts/library';
import { implement, implementWaiting } from '../../contracts/library';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { localData } from '../../platform/data-access';
import { dmlStatement, homeCode, rowsOfIds } from '../../platform/dml/statement';
import { SObjectFieldValue } from '../../platform/sobject/tokens';
import { ApexList } from '../../runtime/list';
import { PlatformObject } from '../../runtime/object';
import { UnsupportedCall } from '../../runtime/unsupported';
import { AccessLevelValue } from '../system/access-level';
import { DatabaseResult, resultOf, resultType } from './results';

type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** Database.DMLOptions: only the choice between all and some is emulated; other headers refuse. */
export class DmlOptionsValue extends PlatformObject {
  readonly apexType = typeRef('Database.DMLOptions');
  allOrNone: boolean | null = null;
  truncation: boolean | null = null;
}

/** Arguments after the rows come in any combination; each kind of value has one meaning. */
function* perform(operation: Operation, rt: Runtime, target: unknown, rest: readonly unknown[]): Waiting<unknown> {
  const { db } = localData(rt);
  const access = rest.find((value) => value instanceof AccessLevelValue);
  if (access?.permissionSetId !== undefined)
    throw new UnsupportedCall('Database', `${operation} with AccessLevel.withPermissionSetId`);
  const field = rest.find((value) => value instanceof SObjectFieldValue);
  const items = yield* dmlStatement(db, rt, rowsOfIds(db, target), {
    operation,
    allOrNone: allOrNone(rest),
    access: access?.mode ?? 'system',
    upsertField: field?.field.name,
    truncate: rest.some((value) => value instanceof DmlOptionsValue && value.truncation === true),
    code: homeCode(db)
  });
  const results = items.map((item) => resultOf(operation, item));
  if (target instanceof ApexList) return new ApexList(typeRef(`Database.${resultType(operation)}`), results);
  return results[0] ?? new DatabaseResult(resultType(operation), null, [], true, false);
}

function allOrNone(rest: readonly unknown[]): boolean {
  const options = rest.find((value) => value instanceof DmlOptionsValue);
  if (options) return options.allOrNone ?? true;
  const flag = rest.find((value) => typeof value === 'boolean');
  return flag ?? true;
}

const TARGETS: Readonly<Record<Operation, readonly string[]>> = {
  insert: ['SObject', 'List<SObject>'],
  update: ['SObject', 'List<SObject>'],
  upsert: ['SObject', 'List<SObject>'],
  delete: ['SObject', 'List<Object>', 'Id'],
  undelete: ['SObject', 'List<Object>', 'Id']
};

const ALL_OR_NONE = ['', ',Boolean'];
const ACCESS = ['', ',System.AccessLevel'];

function keysOf(operation: Operation): readonly string[] {
  const options =
    operation === 'insert' || operation === 'update' ? [...ALL_OR_NONE, ',Database.DMLOptions'] : ALL_OR_NONE;
  const fields = operation === 'upsert' ? ['', ',Schema.SObjectField'] : [''];
  return TARGETS[operation].flatMap((target) =>
    fields.flatMap((field) =>
      options.flatMap((option) => ACCESS.map((access) => `${operation}(${target}${field}${option}${access})`))
    )
  );
}

function methodsOf(operation: Operation): Readonly<Record<string, WaitingImplementation>> {
  const call: WaitingImplementation = (rt: Runtime, target: unknown, ...rest: unknown[]) =>
    perform(operation, rt, target, rest);
  return Object.fromEntries(keysOf(operation).map((key) => [key, call]));
}

export const dmlMethods: readonly LibraryEntry[] = (
  ['insert', 'update', 'upsert', 'delete', 'undelete'] as const
).flatMap((operation) =>
  implementWaiting('System.Database', methodsOf(operation), {
    note: 'Sharing of the calling class is not known here: without AccessLevel.USER_MODE all rows can be written.'
  })
);

export const dmlOptions = implement('Database.DMLOptions', {
  '<init>()': () => new DmlOptionsValue(),
  AllowFieldTruncation: (_rt, self: DmlOptionsValue) => self.truncation,
  'AllowFieldTruncation=': (_rt, self: DmlOptionsValue, value: boolean | null) => {
    self.truncation = value;
  },
  OptAllOrNone: (_rt, self: DmlOptionsValue) => self.allOrNone,
  'OptAllOrNone=': (_rt, self: DmlOptionsValue, value: boolean | null) => {
    self.allOrNone = value;
  }
});
