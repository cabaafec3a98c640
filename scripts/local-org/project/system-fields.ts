import type { FieldSchema, ObjectKind } from '../contracts/schema';
import { typeRef } from '../contracts/type-ref';
import { fieldSchema } from './field-schema';
import type { ObjectDefinition } from './model';

const readOnly = { createable: false, updateable: false, nillable: false } as const;

const id = fieldSchema('Id', 'Id', { ...readOnly, label: 'Record ID', type: typeRef('Id') });

function stamp(name: string, label: string): FieldSchema {
  return fieldSchema(name, 'DateTime', { ...readOnly, label });
}

function userLookup(name: string, relationshipName: string, label: string): FieldSchema {
  return fieldSchema(name, 'Lookup', { ...readOnly, label, referenceTo: ['User'], relationshipName });
}

const audit: readonly FieldSchema[] = [
  stamp('CreatedDate', 'Created Date'),
  userLookup('CreatedById', 'CreatedBy', 'Created By ID'),
  stamp('LastModifiedDate', 'Last Modified Date'),
  userLookup('LastModifiedById', 'LastModifiedBy', 'Last Modified By ID'),
  stamp('SystemModstamp', 'System Modstamp')
];

const isDeleted = fieldSchema('IsDeleted', 'Checkbox', { ...readOnly, label: 'Deleted' });

const owner = fieldSchema('OwnerId', 'Lookup', {
  label: 'Owner ID',
  nillable: false,
  referenceTo: ['User', 'Group'],
  relationshipName: 'Owner'
});

/** What an object has before the project adds a field. A detail of a master has no owner of its own. */
export function systemFields(definition: ObjectDefinition, hasMaster: boolean): readonly FieldSchema[] {
  switch (definition.kind) {
    case 'event':
      return [
        fieldSchema('ReplayId', 'Text', { ...readOnly, label: 'Replay ID', length: 1000 }),
        fieldSchema('EventUuid', 'Text', { ...readOnly, label: 'Event UUID', length: 36 }),
        stamp('CreatedDate', 'Created Date'),
        userLookup('CreatedById', 'CreatedBy', 'Created By ID')
      ];
    case 'metadata':
      return metadataFields;
    case 'setting-list':
    case 'setting-hierarchy':
      return [id, isDeleted, settingName(definition.kind), setupOwner, ...audit];
    default:
      return [id, ...(hasMaster ? [] : [owner]), isDeleted, nameField(definition), ...audit];
  }
}

const metadataFields: readonly FieldSchema[] = [
  id,
  text('DeveloperName', 'Custom Metadata Record Name', 40),
  text('MasterLabel', 'Label', 40),
  text('Language', 'Master Language', 40),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('Label', 'Label', 40),
  text('QualifiedApiName', 'Qualified API Name', 70),
  stamp('SystemModstamp', 'System Modstamp')
];

const setupOwner = fieldSchema('SetupOwnerId', 'Lookup', {
  label: 'Location',
  nillable: false,
  updateable: false,
  referenceTo: ['Organization', 'Profile', 'User'],
  relationshipName: 'SetupOwner'
});

function settingName(kind: ObjectKind): FieldSchema {
  const required = kind === 'setting-list';
  return fieldSchema('Name', 'Text', { label: 'Name', length: required ? 38 : 80, required, unique: required });
}

/** A text name left empty becomes the record's id, so that it is never required. */
function nameField(definition: ObjectDefinition): FieldSchema {
  const { label, autoNumber } = definition.nameField;
  if (autoNumber !== undefined) return fieldSchema('Name', 'AutoNumber', { ...readOnly, label, length: 80 });
  return fieldSchema('Name', 'Text', { label, length: 80 });
}

function text(name: string, label: string, length: number): FieldSchema {
  return fieldSchema(name, 'Text', { ...readOnly, label, length });
}
