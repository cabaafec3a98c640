import type { FieldSchema, ObjectKind, ObjectSchema } from '../contracts/schema';
import type { RecordFlowMetadata } from './model';
import { fullName } from './names';

export interface ObjectFacts {
  readonly name: string;
  readonly namespace: string;
  readonly kind: ObjectKind;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  /** Records need ids, also where Salesforce publishes no prefix: describe must not show what was made up. */
  readonly inventedPrefix?: boolean;
  readonly protected: boolean;
  readonly sharingModel: string | undefined;
  readonly publishBehavior: ObjectSchema['publishBehavior'];
  /** Active rules by name: not evaluated, so that a DML that would meet one has to be refused. */
  readonly validationRules: readonly string[];
  /** What DML on the object starts and the local org cannot run: a DML that would start it has to be refused. */
  readonly automations?: readonly RecordFlowMetadata[];
  /** Display formats of auto-number fields by full field name, such as 'C-{0000}'. */
  readonly autoNumbers: ReadonlyMap<string, string>;
}

export interface Child {
  readonly object: string;
  readonly field: string;
}

export interface NamedChild extends Child {
  /** Full relationship name as declared: 'tokenward__Authorizations__r'. */
  readonly name: string;
}

export class SchemaObject implements ObjectSchema {
  readonly name: string;
  readonly namespace: string;
  readonly kind: ObjectKind;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  readonly inventedPrefix: boolean;
  readonly protected: boolean;
  readonly sharingModel: string | undefined;
  readonly publishBehavior: ObjectSchema['publishBehavior'];
  readonly validationRules: readonly string[];
  readonly automations: readonly RecordFlowMetadata[];
  readonly autoNumbers: ReadonlyMap<string, string>;
  readonly #fields: readonly FieldSchema[];
  readonly #byName = new Map<string, FieldSchema>();
  readonly #parents = new Map<string, FieldSchema>();
  readonly #children = new Map<string, () => NamedChild | undefined>();

  constructor(facts: ObjectFacts, fields: readonly FieldSchema[]) {
    this.name = facts.name;
    this.namespace = facts.namespace;
    this.kind = facts.kind;
    this.label = facts.label;
    this.pluralLabel = facts.pluralLabel;
    this.keyPrefix = facts.keyPrefix;
    this.inventedPrefix = facts.inventedPrefix ?? false;
    this.protected = facts.protected;
    this.sharingModel = facts.sharingModel;
    this.publishBehavior = facts.publishBehavior;
    this.validationRules = facts.validationRules;
    this.automations = facts.automations ?? [];
    this.autoNumbers = facts.autoNumbers;
    this.#fields = fields;
    for (const field of fields) {
      this.#byName.set(field.name.toLowerCase(), field);
      if (field.relationshipName !== undefined) this.#parents.set(field.relationshipName.toLowerCase(), field);
    }
  }

  field(name: string, namespace: string): FieldSchema | undefined {
    return named(this.#byName, name, namespace);
  }

  parentRelationship(name: string, namespace: string): FieldSchema | undefined {
    return named(this.#parents, name, namespace);
  }

  childRelationship(name: string, namespace: string): NamedChild | undefined {
    return named(this.#children, name, namespace)?.();
  }

  fields(): readonly FieldSchema[] {
    return this.#fields;
  }

  /** Lookups that point here and name a relationship. */
  childRelationships(): readonly NamedChild[] {
    return [...this.#children.values()].map((child) => child()).filter((child) => child !== undefined);
  }

  /** Resolved when asked for: an object such as User has hundreds of children. */
  addChild(name: string, child: () => Child | undefined): void {
    this.#children.set(name.toLowerCase(), () => {
      const found = child();
      return found && { ...found, name };
    });
  }
}

/** The package's own name first, then the name as written. */
function named<T>(index: ReadonlyMap<string, T>, name: string, namespace: string): T | undefined {
  return index.get(fullName(name, namespace).toLowerCase()) ?? index.get(name.toLowerCase());
}
