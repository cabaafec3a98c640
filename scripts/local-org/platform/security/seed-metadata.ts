import type { FieldSchema } from '../../contracts/schema';
import type { MetadataRecord, Project } from '../../project/model';
import { fullName, localName } from '../../project/names';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import type { ApexId } from '../../runtime/id';
import type { SchemaObject } from '../../project/schema-object';
import { defaultValue } from '../dml/defaults';
import { toFieldValue } from '../sobject/convert';
import type { OrgDatabase } from '../store/database';

/** Custom metadata records are rows that nobody writes: getAll(), getInstance() and queries read them. */
export function seedMetadataRecords(db: OrgDatabase, project: Project): void {
  const seeder = new Seeder(db, project);
  for (const record of project.metadataRecords) seeder.seed(record);
}

/** A record may name another one, which then comes first. */
class Seeder {
  readonly #ids = new Map<MetadataRecord, ApexId>();
  readonly #started = new Set<MetadataRecord>();

  constructor(
    private readonly db: OrgDatabase,
    private readonly project: Project
  ) {}

  seed(record: MetadataRecord): ApexId {
    const known = this.#ids.get(record);
    if (known) return known;
    const { namespace } = this.project;
    const object = this.db.schema.byFullName(fullName(record.object, namespace));
    if (!object) throw new Error(`${record.file}: the project has no custom metadata type ${record.object}.`);
    if (this.#started.has(record)) throw new Error(`${record.file}: the record refers to itself, by way of others.`);
    this.#started.add(record);
    const id = this.db.seed(object.name, { ...this.#values(object, record), ...names(record, namespace) });
    this.#ids.set(record, id);
    return id;
  }

  #values(object: SchemaObject, record: MetadataRecord): Readonly<Record<string, unknown>> {
    const row: Record<string, unknown> = {};
    for (const field of object.fields()) {
      const initial = field.name.endsWith('__c') ? defaultValue(object, field, this.db.clock.now()) : null;
      if (initial !== null) row[field.name] = initial;
    }
    for (const [name, text] of record.values) {
      const field = object.field(name, this.project.namespace);
      if (!field) throw new Error(`${record.file}: ${object.name} has no field ${name}.`);
      const value = text === undefined ? null : (this.#reference(field, text) ?? parsed(field, text));
      if (value === undefined)
        throw new Error(`${record.file}: "${text ?? ''}" is no value for ${name} (${field.kind}).`);
      row[field.name] = value;
    }
    return row;
  }

  /** References between metadata types are written as names of records, with or without the package's prefix. */
  #reference(field: FieldSchema, text: string): ApexId | undefined {
    if (field.kind !== 'MetadataRelationship' || field.type.name !== 'Id') return undefined;
    const { namespace, metadataRecords } = this.project;
    const wanted = localName(text, namespace).toLowerCase();
    const target = metadataRecords.find(
      ({ object, developerName }) =>
        developerName.toLowerCase() === wanted && field.referenceTo.includes(fullName(object, namespace))
    );
    return target && this.seed(target);
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
      return toFieldValue(field, text) ?? undefined;
  }
}
