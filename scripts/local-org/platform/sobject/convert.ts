import type { FieldSchema } from '../../contracts/schema';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import { ApexDouble } from '../../runtime/double';
import { isNumeric } from '../../runtime/equality';
import { throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import { SObjectValue } from '../../runtime/sobject';

/** The value as a field of this type holds it; undefined when it cannot. Null always can. */
export function toFieldValue(field: FieldSchema, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (field.type.name) {
    case 'String':
      return typeof value === 'string' ? value : value instanceof ApexId ? value.value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Id':
      return toId(value);
    case 'Decimal':
    case 'Double':
    case 'Integer':
    case 'Long':
      return toNumber(field.type.name, value);
    case 'Date':
      return value instanceof ApexDate ? value : value instanceof ApexDatetime ? value.dateIn('utc') : undefined;
    case 'Datetime':
      return value instanceof ApexDatetime ? value : value instanceof ApexDate ? midnight(value) : undefined;
    default:
      return value;
  }
}

function toId(value: unknown): ApexId | undefined {
  if (value instanceof ApexId) return value;
  return typeof value === 'string' ? ApexId.tryParse(value) : undefined;
}

function midnight(date: ApexDate): ApexDatetime {
  return new ApexDatetime(date.epochDay * 86_400_000);
}

function toNumber(type: string, value: unknown): unknown {
  if (!isNumeric(value)) return undefined;
  const decimal = toDecimal(value);
  switch (type) {
    case 'Integer':
      return typeof value === 'number' ? value : decimal.toNumber() | 0;
    case 'Long':
      return typeof value === 'bigint' ? value : decimal.toBigInt();
    case 'Double':
      return new ApexDouble(decimal.toNumber());
    default:
      return decimal;
  }
}

function toDecimal(value: number | bigint | ApexDouble | ApexDecimal): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : ApexDecimal.fromInteger(value);
}

/** For put(): an assignment that the compiler could not check. */
export function assigned(field: FieldSchema, value: unknown): unknown {
  const converted = toFieldValue(field, value);
  if (converted !== undefined) return converted;
  if (field.type.name === 'Id' && typeof value === 'string') {
    if (value === '') return null;
    throwApex('System.StringException', `Invalid id: ${value}`);
  }
  throwApex('System.SObjectException', `Illegal assignment from ${kindName(value)} to ${field.type.name}`);
}

function kindName(value: unknown): string {
  if (typeof value === 'string') return 'String';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Integer';
  if (typeof value === 'bigint') return 'Long';
  if (value instanceof SObjectValue) return value.objectName;
  return value instanceof Object ? value.constructor.name.replace(/^Apex/, '') : 'Object';
}
