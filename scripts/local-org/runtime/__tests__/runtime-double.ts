import type { ClassInfo, FieldInfo, MethodInfo } from '../../contracts/class-info';
import type { Runtime } from '../../contracts/runtime';
import type { FieldSchema, ObjectSchema } from '../../contracts/schema';
import type { TypeRef } from '../../contracts/type-ref';
import { sameType, typeRef } from '../../contracts/type-ref';
import { ApexDecimal } from '../decimal';
import { ApexDouble } from '../double';
import { ApexEnumValue } from '../enum';
import { ApexException } from '../exceptions';
import { ApexId } from '../id';
import { ApexList } from '../list';
import { ApexMap } from '../map';
import { ApexObject } from '../object';
import { SObjectValue } from '../sobject';

/** An instance of a class of the double: its fields by name. */
export class DoubleObject extends ApexObject {
  readonly fields: Record<string, unknown> = {};
  constructor(readonly className: string) {
    super();
  }
}

export interface DoubleClass {
  readonly name: string;
  readonly fields?: Readonly<Record<string, TypeRef>>;
  readonly transient?: readonly string[];
  readonly values?: readonly string[];
  readonly superclass?: string;
  readonly supertypes?: readonly TypeRef[];
  /** By key as in MethodInfo; `this` comes first. */
  readonly methods?: Readonly<Record<string, (self: DoubleObject, ...args: never[]) => unknown>>;
}

export interface DoubleOptions {
  readonly now?: number;
  readonly zone?: string;
  readonly locale?: string;
  readonly classes?: readonly DoubleClass[];
  readonly objects?: Readonly<Record<string, Readonly<Record<string, TypeRef>>>>;
}

/** As much of a runtime as values and the pure library look at. What a test does not set up is absent. */
export function runtimeDouble(options: DoubleOptions = {}): Runtime {
  const infos = new Map((options.classes ?? []).map((declared) => [declared.name, infoOf(declared)]));
  const declared = new Map((options.classes ?? []).map((one) => [one.name, one]));
  const methodOf = (target: object, key: string) =>
    target instanceof DoubleObject ? declared.get(target.className)?.methods?.[key] : undefined;
  const double = {
    org: {
      clock: { now: () => options.now ?? 0 },
      random: seededRandom(),
      schema: { object: (name: string) => schemaOf(options, name), projectObjects: () => [] }
    },
    tx: { user: { timeZone: options.zone ?? 'UTC', locale: options.locale ?? 'en_US' } },
    classes: {
      info: (name: string) => infos.get(name),
      resolve: (name: string) => infos.get(`tw.${name}`) ?? infos.get(name),
      all: () => [...infos.values()],
      classOf: (value: unknown) => (value instanceof DoubleObject ? infos.get(value.className) : undefined),
      getField: (target: DoubleObject, field: string) => target.fields[field] ?? null,
      setField(target: DoubleObject, field: string, value: unknown) {
        target.fields[field] = value;
      },
      allocate: (name: string) => new DoubleObject(name),
      enumValue(type: string, name: string) {
        const ordinal = declared.get(type)?.values?.indexOf(name) ?? -1;
        return ordinal < 0 ? undefined : new ApexEnumValue(type, name, ordinal);
      }
    },
    call: (target: DoubleObject, key: string, args: readonly never[]) => methodOf(target, key)?.(target, ...args),
    hasMethod: (target: object, key: string) => methodOf(target, key) !== undefined,
    typeOf,
    instanceOf: (value: unknown, type: TypeRef) => type.name === 'Object' || sameType(typeOf(value), type)
  };
  return double as unknown as Runtime;
}

function seededRandom() {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return { next, bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) };
}

function infoOf(declared: DoubleClass): ClassInfo {
  return {
    name: declared.name,
    displayName: declared.name.replace(/^c\./, ''),
    namespace: declared.name.split('.')[0] ?? '',
    kind: declared.values ? 'enum' : 'class',
    abstract: false,
    superclass: declared.superclass,
    supertypes: declared.supertypes ?? [],
    fields: Object.entries(declared.fields ?? {}).map(([name, type]) => fieldOf(name, type, declared)),
    methods: Object.keys(declared.methods ?? {}).map(methodInfo),
    constructors: []
  } as unknown as ClassInfo;
}

function fieldOf(name: string, type: TypeRef, declared: DoubleClass): FieldInfo {
  const transient = declared.transient?.includes(name) ?? false;
  return { name, type, static: false, transient, property: false } as unknown as FieldInfo;
}

function methodInfo(key: string): MethodInfo {
  const parameters = key
    .slice(key.indexOf('(') + 1, -1)
    .split(',')
    .filter(Boolean)
    .map((name) => typeRef(name));
  return { key, name: key.slice(0, key.indexOf('(')), static: false, parameters } as unknown as MethodInfo;
}

function schemaOf(options: DoubleOptions, name: string): ObjectSchema | undefined {
  const fields = options.objects?.[name];
  if (!fields) return undefined;
  return {
    name,
    namespace: '',
    field: (field: string) => (fields[field] ? ({ name: field, type: fields[field] } as FieldSchema) : undefined),
    parentRelationship: () => undefined,
    childRelationship: () => undefined
  } as unknown as ObjectSchema;
}

function typeOf(value: unknown): TypeRef {
  if (typeof value === 'number') return typeRef('Integer');
  if (typeof value === 'bigint') return typeRef('Long');
  if (typeof value === 'string') return typeRef('String');
  if (typeof value === 'boolean') return typeRef('Boolean');
  if (value instanceof ApexDouble) return typeRef('Double');
  if (value instanceof ApexDecimal) return typeRef('Decimal');
  if (value instanceof ApexId) return typeRef('Id');
  if (value instanceof ApexList) return typeRef('List', [value.elementType]);
  if (value instanceof ApexMap) return typeRef('Map', [value.keyType, value.valueType]);
  if (value instanceof SObjectValue) return typeRef(`Schema.${value.objectName}`);
  if (value instanceof ApexException) return typeRef(value.apexType);
  return typeRef(value instanceof DoubleObject ? value.className : 'Object');
}

/** 'System.ListException: List index out of bounds: 3', or what was returned. */
export function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApexException) return `${error.apexType}: ${error.apexMessage ?? ''}`;
    throw error;
  }
}
