import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import { ApexId } from '../../runtime/id';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import { refuseUnsupported } from '../sobject/access';
import type { OrgDatabase } from '../store/database';
import type { Row } from '../store/rows';
import { definitionRow, isDefinition, requireKnown } from './definitions';
import type { QueryEnv, Read } from './env';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(column: string, entity: string): never {
  throwApex(
    'System.QueryException',
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append ` +
      `the '__c' after the custom field name. ${REFERENCE}`
  );
}

export function noSuchObject(name: string): never {
  throwApex(
    'System.QueryException',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the ` +
      `'__c' after the entity name. ${REFERENCE}`
  );
}

/** A step to a parent: the lookup that is followed, and what it may lead to. */
export interface ParentStep {
  readonly relationship: string;
  readonly lookup: FieldSchema;
  readonly from: SchemaObject;
  readonly to: SchemaObject;
  /** The lookup holds the name of an object or field, and leads to what is known of that. */
  readonly definition: boolean;
}

export interface FieldPath {
  readonly steps: readonly ParentStep[];
  readonly object: SchemaObject;
  readonly field: FieldSchema;
  readonly read: Read;
}

/** Names within one query: its object, its alias, the namespace of the code that asks. */
export class NameScope {
  constructor(
    readonly db: OrgDatabase,
    readonly object: SchemaObject,
    readonly namespace: string,
    readonly alias: string | undefined
  ) {}

  /** 'Name', 'Connection__r.Owner.Name', 'c.Name' by alias. */
  field(path: readonly string[]): FieldPath {
    const names = this.#withoutAlias(path);
    const steps: ParentStep[] = [];
    let object = this.object;
    for (const name of names.slice(0, -1)) {
      const step = this.#step(object, name);
      steps.push(step);
      object = step.to;
    }
    const last = names.at(-1) ?? '';
    const field = object.field(last, this.namespace) ?? noSuchColumn(last, object.name);
    refuseUnsupported(object, field);
    if (steps.at(-1)?.definition === true) requireKnown(object, field);
    return { steps, object, field, read: reader(this.db, steps, field.name) };
  }

  #step(from: SchemaObject, name: string): ParentStep {
    const lookup = from.parentRelationship(name, this.namespace);
    if (!lookup) {
      throwApex(
        'System.QueryException',
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, ` +
          `be sure to append the '__r' after the custom relationship name. ${REFERENCE}`
      );
    }
    const to = lookup.referenceTo.map((target) => this.db.schema.byFullName(target)).find((target) => target);
    if (!to) throw new UnsupportedCall(from.name, `${name} (relationship to ${lookup.referenceTo.join(', ')})`);
    const definition = isDefinition(to) && lookup.type.name === 'String';
    return { relationship: lookup.relationshipName ?? name, lookup, from, to, definition };
  }

  #withoutAlias(path: readonly string[]): readonly string[] {
    const first = path[0]?.toLowerCase();
    if (path.length < 2 || first === undefined) return path;
    const own = first === this.alias?.toLowerCase() || this.#isOwnName(first);
    return own ? path.slice(1) : path;
  }

  #isOwnName(first: string): boolean {
    const named = this.db.schema.object(first, this.namespace);
    return named === this.object && this.object.parentRelationship(first, this.namespace) === undefined;
  }
}

function reader(db: OrgDatabase, steps: readonly ParentStep[], field: string): Read {
  if (steps.length === 0) return (_env, row) => row[field] ?? null;
  return (env, row) => {
    let current: Row | undefined = row;
    for (const step of steps) {
      const value: unknown = current?.[step.lookup.name];
      current = step.definition ? definitionRow(db, step.to, value) : parentRow(env, db, value);
    }
    return current?.[field] ?? null;
  };
}

/** The record that a lookup value points at, whatever object it is of. */
export function parentRow(env: QueryEnv, db: OrgDatabase, id: unknown): Row | undefined {
  if (!(id instanceof ApexId)) return undefined;
  const object = db.schema.byKeyPrefix(id.keyPrefix);
  return object && env.session.get(object.name, id.value);
}
