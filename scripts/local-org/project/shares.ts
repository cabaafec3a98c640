import type { FieldSchema } from '../contracts/schema';
import { fieldSchema } from './field-schema';
import type { SchemaObject, ObjectFacts } from './schema-object';

/** Object Reference, StandardObjectNameShare and Custom Object Share: the reasons that every such object knows. */
const REASONS = ['Manual', 'Owner', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team', 'Territory', 'TerritoryRule'];
const LEVELS = ['Read', 'Edit', 'All'];

/** Where the organization-wide default is less than public read/write, rows are shared by rows of another object. */
export function hasShares({ kind, sharingModel }: Pick<SchemaObject, 'kind' | 'sharingModel'>): boolean {
  return kind === 'custom' && (sharingModel === 'Private' || sharingModel === 'Read');
}

export function shareName(object: string): string {
  return object.replace(/__c$/i, '__Share');
}

export function shareFacts(object: SchemaObject, keyPrefix: string): ObjectFacts {
  return {
    name: shareName(object.name),
    namespace: object.namespace,
    kind: 'standard',
    label: `Share: ${object.label}`,
    pluralLabel: `Share: ${object.label}`,
    keyPrefix,
    inventedPrefix: true,
    protected: object.protected,
    sharingModel: undefined,
    publishBehavior: undefined,
    validationRules: [],
    autoNumbers: new Map()
  };
}

/** `reasons`: the Apex sharing reasons of the object, by full name. */
export function shareFields(object: SchemaObject, reasons: readonly string[]): readonly FieldSchema[] {
  const readOnly = { createable: false, updateable: false, nillable: false };
  const lookup = (name: string, to: readonly string[], facts: Partial<FieldSchema>): FieldSchema =>
    fieldSchema(name, 'Lookup', { referenceTo: to, relationshipName: name.replace(/Id$/, ''), ...facts });
  return [
    fieldSchema('Id', 'Id', { ...readOnly, label: 'Custom Object Share ID', type: { name: 'Id', args: [] } }),
    lookup('ParentId', [object.name], { label: 'Parent ID', required: true, nillable: false, updateable: false }),
    choice('AccessLevel', 'Access Level', LEVELS, { required: true, nillable: false }),
    choice('RowCause', 'Row Cause', [...REASONS, ...reasons], { updateable: false, defaultFormula: '"Manual"' }),
    lookup('UserOrGroupId', ['Group', 'User'], {
      label: 'User/Group ID', required: true, nillable: false, updateable: false
    }), // prettier-ignore
    fieldSchema('LastModifiedDate', 'DateTime', { ...readOnly, label: 'Last Modified Date' }),
    lookup('LastModifiedById', ['User'], { ...readOnly, label: 'Last Modified By ID' }),
    fieldSchema('IsDeleted', 'Checkbox', { ...readOnly, label: 'Deleted' })
  ];
}

function choice(name: string, label: string, values: readonly string[], facts: Partial<FieldSchema>): FieldSchema {
  const picklist = values.map((value) => ({ value, label: value, default: false }));
  return fieldSchema(name, 'Picklist', { label, length: 40, picklist, ...facts });
}
