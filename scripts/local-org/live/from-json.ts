import type { Runtime } from '../contracts/runtime';
import type { TypeRef } from '../contracts/type-ref';
import { typeText } from '../contracts/type-ref';
import { ApexDatetime } from '../runtime/datetime';
import { ApexDecimal } from '../runtime/decimal';
import { ApexDouble } from '../runtime/double';
import { ApexId } from '../runtime/id';
import { ApexList } from '../runtime/list';
import { ApexMap } from '../runtime/map';
import { AuraRequestError } from './request-error';

/** A parameter that a page sent, as a value of the declared type. What does not fit is refused before anything runs. */
export function fromJson(rt: Runtime, json: unknown, type: TypeRef, name: string): unknown {
  if (json === null || json === undefined) return null;
  const value = convert(rt, json, type, name);
  if (value !== undefined) return value;
  throw new AuraRequestError(`The parameter ${name} is not a ${typeText(type)}.`);
}

function convert(rt: Runtime, json: unknown, type: TypeRef, name: string): unknown {
  switch (type.name) {
    case 'String':
      return typeof json === 'string' ? json : undefined;
    case 'Boolean':
      return typeof json === 'boolean' ? json : undefined;
    case 'Integer':
      return Number.isInteger(json) && Math.abs(Number(json)) < 2 ** 31 ? Number(json) : undefined;
    case 'Long':
      return Number.isSafeInteger(json) ? BigInt(Number(json)) : undefined;
    case 'Decimal':
      return typeof json === 'number' ? ApexDecimal.parse(String(json)) : undefined;
    case 'Double':
      return typeof json === 'number' ? new ApexDouble(json) : undefined;
    case 'Id':
      return typeof json === 'string' ? ApexId.tryParse(json) : undefined;
    case 'Datetime':
      return typeof json === 'string' && !Number.isNaN(Date.parse(json))
        ? new ApexDatetime(Date.parse(json))
        : undefined;
    case 'List':
      return Array.isArray(json) ? list(rt, json, type, name) : undefined;
    case 'Map':
      return typeof json === 'object' && !Array.isArray(json) ? map(rt, json as object, type, name) : undefined;
    default:
      throw new AuraRequestError(
        `The parameter ${name} has the type ${typeText(type)}, which pages of the local org cannot send.`
      );
  }
}

function list(rt: Runtime, json: readonly unknown[], type: TypeRef, name: string): ApexList {
  const element = type.args[0] ?? { name: 'Object', args: [] };
  return new ApexList(
    element,
    json.map((item, index) => fromJson(rt, item, element, `${name}[${index}]`))
  );
}

function map(rt: Runtime, json: object, type: TypeRef, name: string): ApexMap {
  const [key = { name: 'String', args: [] }, value = { name: 'Object', args: [] }] = type.args;
  const entries = Object.entries(json).map(
    ([k, v]) => [fromJson(rt, k, key, name), fromJson(rt, v, value, `${name}.${k}`)] as const
  );
  return ApexMap.from(rt, key, value, entries);
}
