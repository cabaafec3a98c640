/** Run-time types of values, and which types are subtypes of which. */
import type { ClassRegistry } from '../contracts/runtime';
import type { PlatformTypes } from '../contracts/platform-types';
import type { TypeRef } from '../contracts/type-ref';
import { typeRef, typeText } from '../contracts/type-ref';
import { ApexBlob } from '../runtime/blob';
import { ApexDate } from '../runtime/date';
import { ApexDatetime } from '../runtime/datetime';
import { ApexDecimal } from '../runtime/decimal';
import { ApexDouble } from '../runtime/double';
import { ApexEnumValue } from '../runtime/enum';
import { ApexException } from '../runtime/exceptions';
import { ApexId } from '../runtime/id';
import { ApexList } from '../runtime/list';
import { ApexMap } from '../runtime/map';
import { PlatformObject } from '../runtime/object';
import { ApexSet } from '../runtime/set';
import { SObjectValue } from '../runtime/sobject';
import { ApexTime } from '../runtime/time';
import { TypeValue } from '../runtime/type-value';
import { handleOf } from './class-handle';

const PRIMITIVES: Readonly<Record<string, TypeRef>> = {
  string: typeRef('String'),
  number: typeRef('Integer'),
  bigint: typeRef('Long'),
  boolean: typeRef('Boolean')
};

/** Some kinds have private constructors: `instanceof` is all that is asked of them. */
interface Kind {
  [Symbol.hasInstance](value: unknown): boolean;
}

const VALUE_KINDS: readonly (readonly [Kind, TypeRef])[] = [
  [ApexId, typeRef('Id')],
  [ApexDecimal, typeRef('Decimal')],
  [ApexDouble, typeRef('Double')],
  [ApexDatetime, typeRef('Datetime')],
  [ApexDate, typeRef('Date')],
  [ApexTime, typeRef('Time')],
  [ApexBlob, typeRef('Blob')],
  [TypeValue, typeRef('System.Type')]
];

export function typeOf(value: unknown): TypeRef {
  if (value === null || value === undefined) return typeRef('null');
  if (typeof value !== 'object') return PRIMITIVES[typeof value] ?? typeRef('Object');
  const handle = handleOf(value);
  if (handle) return typeRef(handle.info.name);
  if (value instanceof ApexList) return typeRef('List', [value.elementType]);
  if (value instanceof ApexSet) return typeRef('Set', [value.elementType]);
  if (value instanceof ApexMap) return typeRef('Map', [value.keyType, value.valueType]);
  if (value instanceof SObjectValue) return typeRef(`Schema.${value.objectName}`);
  if (value instanceof ApexEnumValue) return typeRef(value.enumType);
  if (value instanceof ApexException) return typeRef(value.apexType);
  if (value instanceof PlatformObject) return value.apexType;
  return VALUE_KINDS.find(([kind]) => value instanceof kind)?.[1] ?? typeRef('Object');
}

/** Answers whether values are instances of types; answers about types are remembered. */
export class TypeTests {
  readonly #known = new Map<string, boolean>();

  constructor(
    private readonly classes: ClassRegistry,
    private readonly platform: PlatformTypes | undefined
  ) {}

  instanceOf(value: unknown, type: TypeRef): boolean {
    if (value === null || value === undefined) return false;
    if (type.name === 'Object') return true;
    if (type.name === 'SObject') return value instanceof SObjectValue;
    const from = typeOf(value);
    return this.isSubtype(from, type) || isConvertible(value, from.name, type.name);
  }

  isSubtype(from: TypeRef, to: TypeRef): boolean {
    if (from === to) return true;
    const key = `${typeText(from)}>${typeText(to)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = this.#compute(from, to);
    this.#known.set(key, answer);
    return answer;
  }

  #compute(from: TypeRef, to: TypeRef): boolean {
    if (to.name === 'Object') return true;
    if (from.name === to.name) return this.#argumentsFit(from, to);
    if (to.name === 'SObject') return isRow(from);
    if (to.name === 'Iterable') return from.name === 'List' || from.name === 'Set' || this.#inherits(from, to);
    return this.#inherits(from, to);
  }

  /**
   * A list of rows is a list of any kind of rows: the platform checks its elements only when they are used. Other
   * elements must be subtypes.
   */
  #argumentsFit(from: TypeRef, to: TypeRef): boolean {
    return from.args.every((arg, i) => {
      const wanted = to.args[i];
      if (!wanted) return true;
      if (arg.name === 'SObject' && isRow(wanted)) return true;
      return from.name === 'Set' ? typeText(arg) === typeText(wanted) : this.isSubtype(arg, wanted);
    });
  }

  #inherits(from: TypeRef, to: TypeRef): boolean {
    const info = this.classes.info(from.name);
    if (info) return info.supertypes.some((supertype) => this.isSubtype(supertype, to));
    const type = this.platform?.byCanonicalName(from.name);
    if (type)
      return [...(type.superclass ? [type.superclass] : []), ...type.interfaces].some((one) => this.isSubtype(one, to));
    return to.name === 'System.Exception' && from.name.endsWith('Exception');
  }
}

const WIDER: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Date: ['Datetime'],
  Id: ['String']
};

/** `instanceof` also says yes to a primitive that a cast would convert; a String is an Id when it spells one. */
function isConvertible(value: unknown, from: string, to: string): boolean {
  if (typeof value === 'string') return to === 'Id' && ApexId.tryParse(value) !== undefined;
  return WIDER[from]?.includes(to) ?? false;
}

function isRow(type: TypeRef): boolean {
  return type.name === 'SObject' || type.name.startsWith('Schema.');
}
