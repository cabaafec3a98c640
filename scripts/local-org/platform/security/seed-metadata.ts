import type { FieldSchema } from '../../contracts/schema';
import type { MetadataRecord, Project } from '../../project/model';
import { fullName } from '../../project/names';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import type { SchemaObject } from '../../project/schema-object';
import { defaultValue } from '../dml/defaults';
import { toFieldValue } from '../sobject/convert';
import type { OrgDatabase } from '../store/database';

/** Custom metadata records are rows that nobody writes: getAll(), getInstance() and queries read them. */
export function seedMetadataRecords(db: OrgDatabase, project: Project): void {
  for (const record of project.metadataRecords) {
    const object = db.schema.byFullName(fullName(record.object, project.namespace));
    if (!object) throw new Error(`${record.file}: the project has no custom metadata type ${record.object}.`);
    db.seed(object.name, { ...values(db, object, record, project.namespace), ...names(record, project.namespace) });
  }
}

function names(record: MetadataRecord, namespace: string): Readonly<Record<string, unknown>> {
  const { developerName, label } = record;
  return {
    DeveloperName: developerName,
    MasterLabel: label,
    Label: label,
    Language: 'en_US',
    NamespacePrefix: namespace === '' ? null : namespace,
    QualifiedApiName: namespace === '' ? developerName : `${namespace}__${developerName}`
  };
}

function values(
  db: OrgDatabase,
  object: SchemaObject,
  record: MetadataRecord,
  namespace: string
): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  for (const field of object.fields()) {
    const initial = field.name.endsWith('__c') ? defaultValue(object, field, db.clock.now()) : null;
    if (initial !== null) row[field.name] = initial;
  }
  for (const [name, text] of record.values) {
    const field = object.field(name, namespace);
    if (!field) throw new Error(`${record.file}: ${object.name} has no field ${name}.`);
    const value = text === undefined ? null : parsed(field, text);
    if (value === undefined)
      throw new Error(`${record.file}: "${text ?? ''}" is no value for ${name} (${field.kind}).`);
    row[field.name] = value;
  }
  return row;
}

/** The text of an xsi-typed value as the field holds it; undefined when it cannot. */
function parsed(field: FieldSchema, text: string): unknown {
  switch (field.type.name) {
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'Decimal': {
      const number = ApexDecimal.tryParse(text);
      return number && field.scale !== undefined ? number.setScale(field.scale) : number;
    }
    case 'Date':
      return ApexDate.parse(text);
    case 'Datetime':
      return Number.isNaN(Date.parse(text)) ? undefined : new ApexDatetime(Date.parse(text));
    case 'String':
      return text;
    default:
      // References between metadata types are written as names.
      return toFieldValue(field, text) ?? undefined;
  }
}
