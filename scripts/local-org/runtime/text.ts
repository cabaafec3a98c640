import type { Runtime } from '../contracts/runtime';
import { methodKey } from './callbacks';
import { ApexBlob } from './blob';
import { ApexDate, pad } from './date';
import { ApexDatetime } from './datetime';
import { ApexEnumValue } from './enum';
import { ApexException } from './exceptions';
import { ApexList } from './list';
import { ApexMap } from './map';
import { ApexObject, PlatformObject } from './object';
import { ApexSet } from './set';
import { SObjectValue } from './sobject';
import { className, typeName } from './type-name';
import { TypeValue } from './type-value';

/** Longer collections are cut, as the platform cuts them. */
const SHOWN_ELEMENTS = 10;

/** String concatenation, System.debug and the texts inside collections: times are in GMT. */
export function textOf(rt: Runtime, value: unknown): string {
  return write(rt, value, new Set());
}

/** String.valueOf: a Date without a time, a Datetime in the user's zone; everything else as in a concatenation. */
export function valueOfText(rt: Runtime, value: unknown): string {
  if (value instanceof ApexDate) return value.toString();
  if (value instanceof ApexDatetime) return datetimeText(value, rt.tx.user.timeZone);
  return textOf(rt, value);
}

/** 'yyyy-MM-dd HH:mm:ss'. */
export function datetimeText(value: ApexDatetime, zone: string): string {
  const at = value.inZone(zone);
  const time = [at.hour, at.minute, at.second].map((part) => pad(part, 2)).join(':');
  return `${pad(at.year, 4)}-${pad(at.month, 2)}-${pad(at.day, 2)} ${time}`;
}

function write(rt: Runtime, value: unknown, above: ReadonlySet<unknown>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if (above.has(value)) return '(already output)';
  const inner = (part: unknown): string => write(rt, part, new Set([...above, value]));
  const own = ownText(rt, value);
  if (own !== undefined) return own;
  if (value instanceof ApexDate) return `${value.toString()} 00:00:00`;
  if (value instanceof ApexDatetime) return datetimeText(value, 'UTC');
  if (value instanceof ApexList) return `(${cut(value.items, inner)})`;
  if (value instanceof ApexSet) return `{${cut(value.items(), inner)}}`;
  if (value instanceof ApexMap) return `{${cut(value.entries(), (e) => `${inner(e.key)}=${inner(e.value)}`)}}`;
  if (value instanceof SObjectValue) return rowText(value, inner);
  if (value instanceof ApexObject) return objectText(rt, value, inner);
  return plainText(rt, value);
}

function ownText(rt: Runtime, value: object): string | undefined {
  if (!(value instanceof ApexObject || value instanceof ApexException)) return undefined;
  const key = methodKey(rt, value, 'toString', 0);
  return key === undefined ? undefined : String(rt.call(value, key, []) ?? 'null');
}

function cut<T>(items: readonly T[], text: (item: T) => string): string {
  const shown = items.slice(0, SHOWN_ELEMENTS).map(text);
  return [...shown, ...(items.length > SHOWN_ELEMENTS ? ['...'] : [])].join(', ');
}

function rowText(row: SObjectValue, inner: (value: unknown) => string): string {
  return `${row.objectName}:{${row
    .populated()
    .map(([name, value]) => `${name}=${inner(value)}`)
    .join(', ')}}`;
}

function objectText(rt: Runtime, value: ApexObject, inner: (value: unknown) => string): string {
  const info = rt.classes.classOf(value);
  if (!info) return 'Object';
  const fields = info.fields.filter((field) => !field.static && !field.property);
  const parts = fields.map((field) => `${field.name}=${inner(rt.classes.getField(value, field.name))}`);
  return `${simpleName(info.displayName)}:[${parts.join(', ')}]`;
}

function simpleName(displayName: string): string {
  return displayName.slice(displayName.lastIndexOf('.') + 1);
}

function plainText(rt: Runtime, value: object): string {
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexBlob) return `Blob[${value.size}]`;
  if (value instanceof TypeValue) return typeName(rt, value.ref);
  if (value instanceof ApexException)
    return `${className(rt, value.apexType)}: ${value.apexMessage ?? 'Script-thrown exception'}`;
  if (value instanceof PlatformObject) return value.toApexText?.() ?? typeName(rt, value.apexType);
  return String(value);
}
