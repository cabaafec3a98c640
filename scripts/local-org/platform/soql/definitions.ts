import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { OrgDatabase } from '../store/database';
import type { Row } from '../store/rows';
import type { QueryEnv } from './env';

/*
 * Objects that describe the org's own objects and fields. They hold no rows here; relationships of custom metadata lead
 * to what is known, and everything else is refused.
 */

const DEFINITIONS: ReadonlySet<string> = new Set(['EntityDefinition', 'EntityParticle', 'FieldDefinition']);
const KNOWN: ReadonlySet<string> = new Set(['QualifiedApiName', 'DeveloperName', 'NamespacePrefix', 'Label']);

export function isDefinition(object: SchemaObject): boolean {
  return DEFINITIONS.has(object.name);
}

export function requireKnown(object: SchemaObject, field: FieldSchema): void {
  if (!KNOWN.has(field.name)) throw new UnsupportedCall('SOQL', `${object.name}.${field.name}`);
}

export function refuseDefinitions(object: SchemaObject): void {
  if (isDefinition(object)) throw new UnsupportedCall('SOQL', `FROM ${object.name}`);
}

/** Of an object, or of a field: 'AnnualRevenue', or 'Account.AnnualRevenue'. */
export function definitionRow(db: OrgDatabase, to: SchemaObject, value: unknown): Row | undefined {
  if (typeof value !== 'string') return undefined;
  const written = to.name === 'EntityDefinition' ? value : (value.split('.').at(-1) ?? value);
  const object = to.name === 'EntityDefinition' ? db.schema.object(written, db.homeNamespace) : undefined;
  const name = object?.name ?? written;
  const [, prefix] = /^(\w+?)__(?=\w+__\w+$)/.exec(name) ?? [];
  const short = prefix === undefined ? name : name.slice(prefix.length + 2);
  return {
    QualifiedApiName: name,
    DeveloperName: short.replace(/__\w+$/, ''),
    NamespacePrefix: prefix ?? null,
    Label: object?.label ?? null
  };
}

/** What every org comes with, and this one has not: no rows would be an answer, and a wrong one. */
const FILLED_BY_PLATFORM: ReadonlySet<string> = new Set([
  'ApexComponent', 'ApexPage', 'AppDefinition', 'AppMenuItem', 'AppTabMember', 'BusinessHours', 'FlowDefinitionView',
  'FlowVersionView', 'ListView', 'PermissionSetGroup', 'PermissionSetLicense', 'PicklistValueInfo', 'StaticResource',
  'TabDefinition', 'UserEntityAccess', 'UserFieldAccess', 'UserRecordAccess'
]); // prettier-ignore

export function refuseUnfilled(env: QueryEnv, { name }: SchemaObject): void {
  if (FILLED_BY_PLATFORM.has(name) && env.session.rows(name).length === 0)
    throw new UnsupportedCall('SOQL', `FROM ${name}, of which the platform has records and this org none`);
}
