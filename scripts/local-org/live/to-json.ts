import type { ClassInfo } from '../contracts/class-info';
import type { Runtime } from '../contracts/runtime';
import { ApexBlob } from '../runtime/blob';
import { ApexDate } from '../runtime/date';
import { ApexDatetime } from '../runtime/datetime';
import { ApexDecimal } from '../runtime/decimal';
import { ApexDouble } from '../runtime/double';
import { ApexEnumValue } from '../runtime/enum';
import { ApexId } from '../runtime/id';
import { ApexList } from '../runtime/list';
import { ApexMap } from '../runtime/map';
import { ApexObject } from '../runtime/object';
import { ApexSet } from '../runtime/set';
import { SObjectValue } from '../runtime/sobject';
import { UnsupportedCall } from '../runtime/unsupported';

/** A result of an @AuraEnabled method as the page's JavaScript gets it: of objects, their @AuraEnabled members only. */
export function toJson(rt: Runtime, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toString();
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexList) return value.items.map((item) => toJson(rt, item));
  if (value instanceof ApexSet) return value.items().map((item) => toJson(rt, item));
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      value.entries().map(({ key, value: item }) => [String(toJson(rt, key)), toJson(rt, item)])
    );
  }
  if (value instanceof SObjectValue) {
    return Object.fromEntries(value.populated().map(([field, item]) => [field, toJson(rt, item)]));
  }
  if (value instanceof ApexObject) return members(rt, value);
  throw new UnsupportedCall('Aura', `a result of type ${rt.typeOf(value).name}`);
}

function members(rt: Runtime, object: ApexObject): Record<string, unknown> {
  const info = rt.classes.classOf(object);
  return Object.fromEntries(
    enabledFields(rt, info).map((field) => [field, toJson(rt, rt.classes.getField(object, field))])
  );
}

function enabledFields(rt: Runtime, info: ClassInfo | undefined): readonly string[] {
  if (!info) return [];
  const parent = info.superclass === undefined ? undefined : rt.classes.info(info.superclass);
  const own = info.fields
    .filter((field) => !field.static && field.annotations.some(({ name }) => name === 'auraenabled'))
    .map(({ name }) => name);
  return [...enabledFields(rt, parent), ...own];
}
