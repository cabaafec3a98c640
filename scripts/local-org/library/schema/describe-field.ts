import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import type { FieldSchema } from '../../contracts/schema';
import { typeRef } from '../../contracts/type-ref';
import { platformTx } from '../../platform/current';
import { localData } from '../../platform/data-access';
import { defaultValue } from '../../platform/dml/defaults';
import type { FieldRight } from '../../platform/security/permissions';
import type { SObjectFieldValue } from '../../platform/sobject/tokens';
import { localName } from '../../project/names';
import type { SchemaObject } from '../../project/schema-object';
import { NAME_POINTER } from '../../types/corrections';
import { platformEnumValue } from '../../runtime/enum';
import { ApexList } from '../../runtime/list';
import { PlatformObject } from '../../runtime/object';
import { UnsupportedCall } from '../../runtime/unsupported';
import { instanceMethods } from '../system/nulls';
import { describeForms } from './describe-object';

export class DescribeFieldValue extends PlatformObject {
  readonly apexType = typeRef('Schema.DescribeFieldResult');
  constructor(
    readonly object: SchemaObject,
    readonly field: FieldSchema
  ) {
    super();
  }
}

class PicklistEntryValue extends PlatformObject {
  readonly apexType = typeRef('Schema.PicklistEntry');
  constructor(readonly entry: FieldSchema['picklist'][number]) {
    super();
  }
}

/** Metadata kinds as describe names them. */
const DISPLAY_TYPES: Readonly<Record<string, string>> = {
  Text: 'STRING', AutoNumber: 'STRING', TextArea: 'TEXTAREA', LongTextArea: 'TEXTAREA', Html: 'TEXTAREA',
  Checkbox: 'BOOLEAN', Percent: 'PERCENT', Currency: 'CURRENCY', Date: 'DATE', DateTime: 'DATETIME', Time: 'TIME',
  Lookup: 'REFERENCE', MasterDetail: 'REFERENCE', Hierarchy: 'REFERENCE', MetadataRelationship: 'REFERENCE', Id: 'ID',
  Email: 'EMAIL', Phone: 'PHONE', Url: 'URL', Picklist: 'PICKLIST', MultiselectPicklist: 'MULTIPICKLIST',
  EncryptedText: 'ENCRYPTEDSTRING', Base64: 'BASE64'
}; // prettier-ignore

const SOAP_TYPES: Readonly<Record<string, string>> = {
  String: 'STRING', Boolean: 'BOOLEAN', Decimal: 'DOUBLE', Double: 'DOUBLE', Integer: 'INTEGER', Long: 'LONG', Id: 'ID',
  Date: 'DATE', Datetime: 'DATETIME', Time: 'TIME', Blob: 'BASE64BINARY'
}; // prettier-ignore

function displayType(field: FieldSchema): string {
  if (field.kind === 'Number')
    return field.type.name === 'Integer' ? 'INTEGER' : field.type.name === 'Long' ? 'LONG' : 'DOUBLE';
  const type = DISPLAY_TYPES[field.kind];
  if (type === undefined) throw new UnsupportedCall('Schema.DescribeFieldResult', `getType() of a ${field.kind} field`);
  return type;
}

function soapType(field: FieldSchema): string {
  const type = SOAP_TYPES[field.type.name];
  if (type === undefined)
    throw new UnsupportedCall('Schema.DescribeFieldResult', `getSoapType() of a ${field.kind} field`);
  return type;
}

/** SOAP API Developer Guide, ID Field Type. */
const ID_LENGTH = 18;

type Describe = (rt: Runtime, self: DescribeFieldValue) => unknown;

function can(right: FieldRight, writable: (field: FieldSchema) => boolean): Describe {
  return (rt, { object, field }) => {
    const tx = platformTx(rt);
    const access = localData(rt).db.access(tx.session, tx.user);
    return writable(field) && access.object(object, right) && access.field(object, field, right);
  };
}

const GETTERS: Readonly<Record<string, Describe>> = {
  Name: (_rt, { field }) => field.name,
  LocalName: (_rt, { object, field }) => localName(field.name, object.namespace),
  Label: (_rt, { field }) => field.label,
  Length: (_rt, { field }) => field.length ?? (field.type.name === 'Id' ? ID_LENGTH : 0),
  Precision: (_rt, { field }) => field.precision ?? 0,
  Scale: (_rt, { field }) => field.scale ?? 0,
  SoapType: (_rt, { field }) => platformEnumValue('Schema.SoapType', soapType(field)),
  RelationshipName: (_rt, { field }) => field.relationshipName ?? null,
  CalculatedFormula: (_rt, { field }) => field.formula ?? null,
  DefaultValueFormula: (_rt, { field }) => field.defaultFormula ?? null,
  DefaultValue: (rt, { object, field }) => defaultValue(object, field, localData(rt).db.clock.now()),
  PicklistValues: (_rt, { object, field }) => {
    if (mayBePicklist(object, field)) {
      throw new UnsupportedCall('Schema.DescribeFieldResult', `getPicklistValues() of ${object.name}.${field.name}`);
    }
    const entries = field.picklist.map((entry) => new PicklistEntryValue(entry));
    return new ApexList(typeRef('Schema.PicklistEntry'), entries);
  },
  ReferenceTo: (rt, { field }) =>
    new ApexList(
      typeRef('Schema.SObjectType'),
      field.referenceTo.map((name) => rt.data.sobjectType(rt, name))
    ),
  SobjectField: (rt, { object, field }) => localData(rt).tokens.field(object, field)
};

/** The tables give a standard field's Apex type only: whether a text has a list of values, and which, they do not say. */
function mayBePicklist(object: SchemaObject, field: FieldSchema): boolean {
  return object.kind === 'standard' && field.kind === 'Text' && !field.name.endsWith('__c') && field.name !== 'Name';
}

const APPROXIMATE_GETTERS: Readonly<Record<string, Describe>> = {
  Type: (_rt, { field }) => platformEnumValue('Schema.DisplayType', displayType(field))
};

const FLAGS: Readonly<Record<string, Describe>> = {
  Accessible: can('read', () => true),
  Createable: can('edit', (field) => field.createable),
  Updateable: can('edit', (field) => field.updateable),
  AutoNumber: (_rt, { field }) => field.kind === 'AutoNumber',
  Calculated: (_rt, { field }) => field.formula !== undefined,
  CascadeDelete: (_rt, { field }) => field.deleteConstraint === 'Cascade',
  RestrictedDelete: (_rt, { field }) => field.deleteConstraint === 'Restrict',
  CaseSensitive: (_rt, { field }) => field.caseSensitive,
  Custom: (_rt, { field }) => field.name.endsWith('__c'),
  // Only Shield encryption counts, which a local org does not have.
  Encrypted: () => false,
  ExternalId: (_rt, { field }) => field.externalId,
  IdLookup: (_rt, { field }) => field.externalId || field.name === 'Id',
  NameField: (_rt, { field }) => field.name === 'Name',
  Nillable: (_rt, { field }) => field.nillable,
  RestrictedPicklist: (_rt, { field }) => field.restrictedPicklist,
  Unique: (_rt, { field }) => field.unique
};

const LONG_KINDS: ReadonlySet<string> = new Set(['LongTextArea', 'Html', 'EncryptedText', 'Base64']);
const UNGROUPED_KINDS: ReadonlySet<string> = new Set([
  'MultiselectPicklist', 'DateTime', 'Number', 'Currency', 'Percent', 'Compound', 'Time'
]); // prettier-ignore
const SET_BY_PLATFORM =
  /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|OwnerId)$/;

/** SOAP API Developer Guide, DescribeSObjectResult, "Field". */
const APPROXIMATE_FLAGS: Readonly<Record<string, Describe>> = {
  Filterable: (_rt, { field }) => !LONG_KINDS.has(field.kind),
  Sortable: (_rt, { field }) => !LONG_KINDS.has(field.kind) && field.kind !== 'MultiselectPicklist',
  Groupable: (_rt, { field }) => !LONG_KINDS.has(field.kind) && !UNGROUPED_KINDS.has(field.kind),
  HtmlFormatted: (_rt, { field }) => field.kind === 'Html',
  NamePointing: (_rt, { field }) => field.referenceTo.length > 1 || field.referenceTo.includes(NAME_POINTER),
  DefaultedOnCreate: (_rt, { field }) =>
    SET_BY_PLATFORM.test(field.name) ||
    field.kind === 'Checkbox' ||
    field.kind === 'AutoNumber' ||
    field.defaultFormula !== undefined ||
    field.picklist.some((entry) => entry.default)
};

export const fieldDescribes: readonly LibraryEntry[] = [
  ...implement(
    'Schema.DescribeFieldResult',
    describeForms(GETTERS, FLAGS, (self: DescribeFieldValue) => self)
  ),
  ...implement(
    'Schema.DescribeFieldResult',
    describeForms(APPROXIMATE_GETTERS, APPROXIMATE_FLAGS, (self: DescribeFieldValue) => self),
    {
      fidelity: 'approximate',
      note: 'Of standard fields the tables tell little: picklists, long texts, addresses and numbers of phones count as texts.'
    }
  ),
  ...implement(
    'Schema.DescribeFieldResult',
    instanceMethods({ 'getSObjectType()': (rt, self: DescribeFieldValue) => localData(rt).tokens.type(self.object) })
  ),
  ...implement('Schema.SObjectField', {
    'getDescribe()': (_rt, token: SObjectFieldValue) => new DescribeFieldValue(token.object, token.field),
    'getDescribe(Object)': (_rt, token: SObjectFieldValue) => new DescribeFieldValue(token.object, token.field)
  }),
  ...implement(
    'Schema.PicklistEntry',
    describeForms(
      {
        Label: (_rt, { entry }: PicklistEntryValue) => entry.label,
        Value: (_rt, { entry }: PicklistEntryValue) => entry.value
      },
      { Active: () => true, DefaultValue: (_rt, { entry }: PicklistEntryValue) => entry.default },
      (self: PicklistEntryValue) => self
    )
  )
];
