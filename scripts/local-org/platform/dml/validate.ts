import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexDecimal } from '../../runtime/decimal';
import { ApexDouble } from '../../runtime/double';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { WorkRow } from './context';

const TEXT_KINDS = new Set(['Text', 'TextArea', 'Email', 'Phone', 'Url', 'Picklist', 'EncryptedText']);
const EMAIL = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@.]{2,}$/;

/** System validation of one row: cleans values in place, and notes what is wrong on the item. */
export function validate(object: SchemaObject, work: WorkRow, inserting: boolean, truncate = false): void {
  const [rule] = object.validationRules;
  if (rule !== undefined) throw new UnsupportedCall(object.name, `validation rule ${rule}`);
  for (const field of object.fields()) {
    if (!work.row.isSet(field.name)) continue;
    const value = cleaned(field, work.row.get(field.name));
    work.row.fields.set(field.name, truncate && typeof value === 'string' ? value.slice(0, field.length) : value);
  }
  checkRequired(object, work, inserting);
  for (const field of object.fields()) {
    const value = work.row.get(field.name);
    if (value !== null) checkValue(field, value, work);
  }
}

function cleaned(field: FieldSchema, value: unknown): unknown {
  if (typeof value === 'string') {
    const text = TEXT_KINDS.has(field.kind) ? value.trim() : value;
    return text === '' ? null : text;
  }
  if (value === null && field.kind === 'Checkbox') return false;
  if (value instanceof ApexDecimal && field.scale !== undefined) return value.setScale(field.scale);
  return value;
}

function checkRequired(object: SchemaObject, { item, row }: WorkRow, inserting: boolean): void {
  const missing = object
    .fields()
    .filter((field) => field.required && field.createable && row.get(field.name) === null)
    .filter((field) => inserting || row.isSet(field.name))
    .map((field) => field.name);
  if (missing.length > 0) {
    item.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

function checkValue(field: FieldSchema, value: unknown, { item }: WorkRow): void {
  if (typeof value === 'string') checkText(field, value, item);
  else if (value instanceof ApexDecimal || value instanceof ApexDouble) checkNumber(field, value, item);
}

function checkText(field: FieldSchema, value: string, item: WorkRow['item']): void {
  if (field.length !== undefined && value.length > field.length) {
    item.fail('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [
      field.name
    ]);
  }
  if (field.kind === 'Email' && !EMAIL.test(value)) {
    item.fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
  }
  if (field.restrictedPicklist && !chosen(field, value).every((entry) => isEntry(field, entry))) {
    item.fail(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name]
    );
  }
}

function chosen(field: FieldSchema, value: string): readonly string[] {
  return field.kind === 'MultiselectPicklist' ? value.split(';') : [value];
}

function isEntry(field: FieldSchema, value: string): boolean {
  return (
    field.picklist.length === 0 || field.picklist.some((entry) => entry.value.toLowerCase() === value.toLowerCase())
  );
}

function checkNumber(field: FieldSchema, value: ApexDecimal | ApexDouble, item: WorkRow['item']): void {
  if (field.precision === undefined) return;
  const integerDigits = field.precision - (field.scale ?? 0);
  const amount = value instanceof ApexDecimal ? value.toNumber() : value.value;
  if (Math.abs(amount) < 10 ** integerDigits) return;
  const text = value instanceof ApexDecimal ? value.toPlainText() : String(value.value);
  item.fail('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${text}`, [
    field.name
  ]);
}
