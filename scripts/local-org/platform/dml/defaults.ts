import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import type { SObjectValue } from '../../runtime/sobject';
import { UnsupportedCall } from '../../runtime/unsupported';
import { toFieldValue } from '../sobject/convert';

/** Values of fields that an insert leaves unset. Only literals, TODAY() and NOW() are evaluated. */
export function applyDefaults(object: SchemaObject, row: SObjectValue, now: number): void {
  for (const field of object.fields()) {
    if (row.isSet(field.name) || !field.createable) continue;
    const value = defaultValue(object, field, now);
    if (value !== null) row.put(field.name, value);
  }
}

export function defaultValue(object: SchemaObject, field: FieldSchema, now: number): unknown {
  if (field.defaultFormula !== undefined) {
    const value = literal(field.defaultFormula.trim(), now);
    const converted = value === undefined ? undefined : toFieldValue(field, value);
    if (converted === undefined) {
      throw new UnsupportedCall(object.name, `${field.name} (default value formula ${field.defaultFormula})`);
    }
    return converted;
  }
  if (field.kind === 'Checkbox') return false;
  return field.picklist.find((entry) => entry.default)?.value ?? null;
}

function literal(formula: string, now: number): unknown {
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/.exec(formula);
  if (quoted) return (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1');
  switch (formula.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case 'now()':
      return new ApexDatetime(now);
    case 'today()':
      return ApexDate.fromEpochDay(Math.floor(now / 86_400_000));
    default:
      return ApexDecimal.tryParse(formula);
  }
}
