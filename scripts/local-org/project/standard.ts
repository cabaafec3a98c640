import type { StandardField, StandardObject } from '../contracts/platform-types';
import type { FieldSchema } from '../contracts/schema';
import { fieldSchema } from './field-schema';

/** The tables know types and relationships; what insert asks for is documented in the Object Reference. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  account: ['name'],
  contact: ['lastname'],
  lead: ['lastname', 'company'],
  opportunity: ['name', 'stagename', 'closedate'],
  permissionset: ['name', 'label'],
  permissionsetassignment: ['assigneeid'],
  user: [
    'username', 'lastname', 'email', 'alias', 'timezonesidkey', 'localesidkey', 'emailencodingkey', 'profileid',
    'languagelocalekey'
  ] // prettier-ignore
};

const LENGTHS: Readonly<Record<string, number>> = {
  'account.name': 255,
  'contact.lastname': 80,
  'contact.firstname': 40,
  'lead.company': 255,
  'lead.lastname': 80,
  'opportunity.name': 120,
  'user.alias': 8,
  'user.username': 80,
  'user.lastname': 80
};

const SYSTEM = new Set([
  'id', 'isdeleted', 'createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid', 'systemmodstamp',
  'lastactivitydate', 'lastvieweddate', 'lastreferenceddate'
]); // prettier-ignore

const KINDS: Readonly<Record<string, string>> = {
  Boolean: 'Checkbox',
  Decimal: 'Number',
  Double: 'Number',
  Integer: 'Number',
  Long: 'Number',
  Date: 'Date',
  Datetime: 'DateTime',
  Time: 'Time',
  Blob: 'Base64',
  String: 'Text'
};

export function standardFields(object: StandardObject): readonly FieldSchema[] {
  const name = object.name.toLowerCase();
  return object.fields.map((field) => standardField(name, field));
}

function standardField(object: string, field: StandardField): FieldSchema {
  const key = field.name.toLowerCase();
  const system = SYSTEM.has(key);
  const required = REQUIRED[object]?.includes(key) ?? false;
  return fieldSchema(field.name, kindOf(field), {
    label: spaced(field.name),
    type: field.type,
    length: LENGTHS[`${object}.${key}`],
    required,
    nillable: !required && !system && field.type.name !== 'Boolean',
    unique: object === 'user' && key === 'username',
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    createable: !system,
    updateable: !system
  });
}

function kindOf(field: StandardField): string {
  if (field.referenceTo.length > 0) return 'Lookup';
  if (field.type.name === 'Id') return 'Id';
  return KINDS[field.type.name] ?? 'Compound';
}

/** 'StageName' reads 'Stage Name': labels of standard fields are not in the tables. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}

/** Object Reference, Account: what begins with Person exists only where person accounts are on, as in no new org. */
export function withoutPersonAccounts(table: StandardObject): StandardObject {
  if (table.name !== 'Account') return table;
  const ofPersons = ({ name }: { readonly name: string }): boolean => /^(Is)?Person[A-Z_]/.test(name);
  return {
    ...table,
    fields: table.fields.filter((field) => !ofPersons(field)),
    childRelationships: table.childRelationships.filter((child) => !ofPersons(child))
  };
}
