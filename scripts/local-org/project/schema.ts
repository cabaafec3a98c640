import type { PlatformTypes } from '../contracts/platform-types';
import type { FieldSchema, ObjectKind, Schema } from '../contracts/schema';
import { NAME_POINTER } from '../types/corrections';
import { customFieldSchema } from './field-schema';
import type { ObjectMetadata, Project, RecordFlowMetadata } from './model';
import { fullName } from './names';
import { PrefixFamily, STANDARD_PREFIXES } from './prefixes';
import { SchemaObject } from './schema-object';
import type { Child } from './schema-object';
import { hasShares, shareFacts, shareFields } from './shares';
import { standardFields, withoutPersonAccounts } from './standard';
import { systemFields } from './system-fields';

/** What platform/ sees: objects by full name whoever asks, besides the view that code of a namespace has. */
export interface OrgSchema extends Schema {
  object(name: string, namespace: string): SchemaObject | undefined;
  projectObjects(): readonly SchemaObject[];
  byFullName(name: string): SchemaObject | undefined;
  /** By the first three characters of an id; standard objects only once they were touched. */
  byKeyPrefix(prefix: string): SchemaObject | undefined;
}

/** Builds what an org knows of its objects: the projects' own at once, standard ones when first asked for. */
export function buildSchema(projects: readonly Project[], platform: PlatformTypes): OrgSchema {
  return new BuiltSchema(projects, platform);
}

/** Lookups from which no parent leads back. */
const UNNAMED_LOOKUPS: ReadonlySet<string> = new Set(['MasterRecordId', 'CreatedById', 'LastModifiedById']);

class BuiltSchema implements OrgSchema {
  readonly #platform: PlatformTypes;
  readonly #projects: readonly Project[];
  readonly #objects = new Map<string, SchemaObject>();
  readonly #byPrefix = new Map<string, SchemaObject>();
  readonly #own: SchemaObject[] = [];
  /** Fields that projects add to objects defined elsewhere, by full object name in lower case. */
  readonly #extensions = new Map<string, FieldSchema[]>();
  /** Children of standard objects by relationship, waiting for the parent to be touched. */
  readonly #waitingChildren = new Map<string, { name: string; object: string; field: string }[]>();
  readonly #families: Readonly<Record<ObjectKind, PrefixFamily>>;

  constructor(projects: readonly Project[], platform: PlatformTypes) {
    this.#platform = platform;
    this.#projects = projects;
    const custom = new PrefixFamily('a');
    this.#families = {
      custom,
      'setting-list': custom,
      'setting-hierarchy': custom,
      event: new PrefixFamily('e'),
      metadata: new PrefixFamily('m'),
      standard: new PrefixFamily('Z')
    };
    for (const project of projects) this.#collectExtensions(project);
    for (const project of projects) {
      for (const object of project.objects) if (object.definition) this.#define(object, project);
    }
    for (const project of projects) this.#linkChildren(project);
  }

  object(name: string, namespace: string): SchemaObject | undefined {
    const own = this.byFullName(fullName(name, namespace));
    const found = own ?? this.byFullName(name);
    return found && (!found.protected || found.namespace === namespace) ? found : undefined;
  }

  projectObjects(): readonly SchemaObject[] {
    return this.#own;
  }

  byFullName(name: string): SchemaObject | undefined {
    return this.#objects.get(name.toLowerCase()) ?? this.#standard(name);
  }

  byKeyPrefix(prefix: string): SchemaObject | undefined {
    const known = this.#byPrefix.get(prefix);
    if (known) return known;
    const standard = Object.entries(STANDARD_PREFIXES).find(([, value]) => value === prefix);
    return standard && this.byFullName(standard[0]);
  }

  #automationsOf(name: string): readonly RecordFlowMetadata[] {
    return this.#projects.flatMap(({ flows, namespace }) =>
      flows.filter(({ object }) => fullName(object, namespace).toLowerCase() === name.toLowerCase())
    );
  }

  /** Validation rules that projects add to a standard object. */
  #rulesOf(key: string): readonly string[] {
    const objects = this.#projects.flatMap((project) => project.objects);
    const rules = objects.filter(({ name }) => name.toLowerCase() === key).flatMap((object) => object.validationRules);
    return rules.filter((rule) => rule.active).map((rule) => rule.name);
  }

  #collectExtensions(project: Project): void {
    for (const object of project.objects) {
      if (object.definition) continue;
      const key = fullName(object.name, project.namespace).toLowerCase();
      const fields = object.fields.map((field) => customFieldSchema(field, project.namespace));
      this.#extensions.set(key, [...(this.#extensions.get(key) ?? []), ...fields]);
    }
  }

  #define(object: ObjectMetadata, project: Project): void {
    const { definition } = object;
    if (!definition) return;
    const { namespace } = project;
    const name = fullName(object.name, namespace);
    const hasMaster = object.fields.some((field) => field.kind === 'MasterDetail');
    const system = systemFields(definition, hasMaster);
    const extra = this.#extensions.get(name.toLowerCase()) ?? [];
    const fields = [...system, ...object.fields.map((field) => customFieldSchema(field, namespace)), ...extra];
    const facts = {
      name,
      namespace,
      kind: definition.kind,
      label: definition.label,
      pluralLabel: definition.pluralLabel,
      keyPrefix: this.#families[definition.kind].take(),
      protected: definition.protected,
      sharingModel: definition.sharingModel,
      publishBehavior: definition.publishBehavior,
      validationRules: object.validationRules.filter((rule) => rule.active).map((rule) => rule.name),
      automations: this.#automationsOf(name),
      autoNumbers: autoNumbers(object, namespace)
    };
    const made = this.#register(new SchemaObject(facts, fields));
    this.#own.push(made);
    if (hasShares(made))
      this.#addShares(
        made,
        object.sharingReasons.map((reason) => fullName(reason, namespace))
      );
  }

  #addShares(parent: SchemaObject, reasons: readonly string[]): void {
    const facts = shareFacts(parent, this.#families.standard.take());
    const share = this.#register(new SchemaObject(facts, shareFields(parent, reasons)));
    parent.addChild('Shares', () => ({ object: share.name, field: 'ParentId' }));
  }

  #standard(name: string): SchemaObject | undefined {
    const declared = this.#platform.sobject(name);
    if (!declared) return undefined;
    const table = withoutPersonAccounts(declared);
    const key = table.name.toLowerCase();
    const known = this.#objects.get(key);
    if (known) return known;
    const facts = {
      name: table.name,
      namespace: '',
      kind: 'standard' as const,
      label: table.name,
      pluralLabel: `${table.name}s`,
      keyPrefix: STANDARD_PREFIXES[key] ?? this.#families.standard.take(),
      inventedPrefix: STANDARD_PREFIXES[key] === undefined,
      protected: false,
      sharingModel: undefined,
      publishBehavior: undefined,
      validationRules: this.#rulesOf(key),
      automations: this.#automationsOf(table.name),
      autoNumbers: new Map<string, string>()
    };
    const fields = [...standardFields(table), ...(this.#extensions.get(key) ?? [])];
    const object = this.#register(new SchemaObject(facts, fields));
    for (const { name: relationship, childObject } of table.childRelationships) {
      object.addChild(relationship, () => this.#standardChild(table.name, childObject));
    }
    for (const child of this.#waitingChildren.get(key) ?? []) object.addChild(child.name, () => child);
    return object;
  }

  /**
   * The tables name the child object only: its lookup is the one named after the parent, else the only one that fits,
   * else that of a hierarchy, else the only one that may point at anything. Where several fit, none is guessed.
   */
  #standardChild(parent: string, childObject: string): Child | undefined {
    const fields = this.#platform.sobject(childObject)?.fields ?? [];
    const lookups = fields.filter((f) => f.referenceTo.includes(parent) && !UNNAMED_LOOKUPS.has(f.name));
    const open = fields.filter((f) => f.referenceTo.includes(NAME_POINTER));
    const field =
      lookups.find((f) => f.name === `${parent}Id`) ??
      (lookups.length === 1 ? lookups[0] : undefined) ??
      (parent === childObject ? lookups.find((f) => f.name === 'ParentId') : undefined) ??
      (lookups.length === 0 && open.length === 1 ? open[0] : undefined);
    return field && { object: childObject, field: field.name };
  }

  #register(object: SchemaObject): SchemaObject {
    this.#objects.set(object.name.toLowerCase(), object);
    this.#byPrefix.set(object.keyPrefix, object);
    return object;
  }

  #linkChildren(project: Project): void {
    const { namespace } = project;
    for (const object of project.objects) {
      for (const field of object.fields) {
        if (field.referenceTo === undefined || field.relationshipName === undefined) continue;
        const child = {
          name: fullName(`${field.relationshipName}__r`, namespace),
          object: fullName(object.name, namespace),
          field: fullName(field.name, namespace)
        };
        const parent = fullName(field.referenceTo, namespace).toLowerCase();
        const known = this.#objects.get(parent);
        if (known) known.addChild(child.name, () => child);
        else this.#waitingChildren.set(parent, [...(this.#waitingChildren.get(parent) ?? []), child]);
      }
    }
  }
}

function autoNumbers(object: ObjectMetadata, namespace: string): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  const name = object.definition?.nameField.autoNumber;
  if (name !== undefined) formats.set('Name', name);
  for (const field of object.fields) {
    if (field.kind === 'AutoNumber') formats.set(fullName(field.name, namespace), field.displayFormat ?? '{0}');
  }
  return formats;
}
