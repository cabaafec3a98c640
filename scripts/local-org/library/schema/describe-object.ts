import type { LibraryEntry, PlainImplementation } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { platformTx } from '../../platform/current';
import { localData } from '../../platform/data-access';
import { applyDefaults } from '../../platform/dml/defaults';
import type { ObjectRight } from '../../platform/security/permissions';
import type { SchemaTokens, SObjectTypeValue } from '../../platform/sobject/tokens';
import { localName } from '../../project/names';
import type { NamedChild, SchemaObject } from '../../project/schema-object';
import type { ApexId } from '../../runtime/id';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { PlatformObject } from '../../runtime/object';
import { SObjectValue } from '../../runtime/sobject';
import { UnsupportedCall } from '../../runtime/unsupported';
import { instanceMethods } from '../system/nulls';

export class DescribeObjectValue extends PlatformObject {
  readonly apexType = typeRef('Schema.DescribeSObjectResult');
  constructor(readonly object: SchemaObject) {
    super();
  }
}

class FieldsValue extends PlatformObject {
  readonly apexType = typeRef('Schema.SObjectTypeFields');
  constructor(readonly object: SchemaObject) {
    super();
  }
}

class ChildRelationshipValue extends PlatformObject {
  readonly apexType = typeRef('Schema.ChildRelationship');
  constructor(
    readonly parent: SchemaObject,
    readonly child: NamedChild
  ) {
    super();
  }
}

type Describe = (rt: Runtime, object: SchemaObject) => unknown;

function can(right: ObjectRight): Describe {
  return (rt, object) => {
    const tx = platformTx(rt);
    return localData(rt).db.access(tx.session, tx.user).object(object, right);
  };
}

const isCustom: Describe = (_rt, object) => object.kind !== 'standard';
const isSetting: Describe = (_rt, object) => object.kind === 'setting-list' || object.kind === 'setting-hierarchy';

/** Without 'get' and 'is', and with them in front as a method: describe results answer to both. */
const GETTERS: Readonly<Record<string, Describe>> = {
  Name: (_rt, object) => object.name,
  LocalName: (_rt, object) => localName(object.name, object.namespace),
  Label: (_rt, object) => object.label,
  LabelPlural: (_rt, object) => object.pluralLabel,
  KeyPrefix: keyPrefix,
  SObjectType: (rt, object) => localData(rt).tokens.type(object),
  Fields: (_rt, object) => new FieldsValue(object),
  ChildRelationships: childRelationships
};

const FLAGS: Readonly<Record<string, Describe>> = {
  Accessible: can('read'),
  Createable: can('create'),
  Updateable: can('edit'),
  Deletable: can('delete'),
  Undeletable: can('delete'),
  Queryable: (_rt, object) => object.kind !== 'event',
  Custom: isCustom,
  CustomSetting: isSetting
};

/** Object Reference: what is no record, or only a view of one, has no ids of its own. */
const WITHOUT_PREFIX: ReadonlySet<string> = new Set([
  'aggregateresult', 'fielddefinition', 'entityparticle', 'recentlyviewed', 'userrecordaccess', 'userfieldaccess',
  'userentityaccess', 'picklistvalueinfo', 'relationshipinfo', 'relationshipdomain', 'name'
]); // prettier-ignore

function keyPrefix(_rt: Runtime, object: SchemaObject): string | null {
  if (WITHOUT_PREFIX.has(object.name.toLowerCase()) || object.name.endsWith('ChangeEvent')) return null;
  if (!object.inventedPrefix) return object.keyPrefix;
  throw new UnsupportedCall(
    'Schema.DescribeSObjectResult',
    `getKeyPrefix() of ${object.name}, whose prefix is not published`
  );
}

/** One object each per org: a describe result that is asked for again gives equal relationships. */
const relationships = new WeakMap<SchemaTokens, Map<string, ChildRelationshipValue>>();

function childRelationships(rt: Runtime, object: SchemaObject): ApexList {
  const { tokens } = localData(rt);
  const known = relationships.get(tokens) ?? new Map<string, ChildRelationshipValue>();
  relationships.set(tokens, known);
  const children = object.childRelationships().map((child) => {
    const key = `${object.name}.${child.name}`;
    const value = known.get(key) ?? new ChildRelationshipValue(object, child);
    known.set(key, value);
    return value;
  });
  return new ApexList(typeRef('Schema.ChildRelationship'), children);
}

type Methods = Readonly<Record<string, PlainImplementation>>;

/** Both forms of each describe property, as methods and as fields. */
export function describeForms<T>(
  getters: Readonly<Record<string, (rt: Runtime, subject: T) => unknown>>,
  flags: Readonly<Record<string, (rt: Runtime, subject: T) => unknown>>,
  subjectOf: (self: never) => T
): Methods {
  const forms: Record<string, PlainImplementation> = {};
  for (const [prefix, table] of [
    ['get', getters],
    ['is', flags]
  ] as const) {
    for (const [name, read] of Object.entries(table)) {
      const call: PlainImplementation = (rt, self) => read(rt, subjectOf(self));
      forms[`${prefix}${name}()`] = call;
      forms[name] = call;
    }
  }
  return instanceMethods(forms);
}

function newSObject(rt: Runtime, type: SObjectTypeValue, id?: ApexId, withDefaults?: boolean): SObjectValue {
  const row = new SObjectValue(type.object.name);
  if (id) row.fields.set('Id', id);
  if (withDefaults === true) applyDefaults(type.object, row, localData(rt).db.clock.now());
  return row;
}

export const objectDescribes: readonly LibraryEntry[] = [
  ...implement(
    'Schema.DescribeSObjectResult',
    describeForms(GETTERS, FLAGS, (self: DescribeObjectValue) => self.object)
  ),
  ...implement('Schema.SObjectType', {
    'getDescribe()': (_rt, type: SObjectTypeValue) => new DescribeObjectValue(type.object),
    'getDescribe(Object)': (_rt, type: SObjectTypeValue) => new DescribeObjectValue(type.object),
    'newSObject()': newSObject,
    'newSObject(Id)': newSObject,
    'newSObject(Id,Boolean)': newSObject
  }),
  ...implement('Schema.SObjectTypeFields', {
    'getMap()': (rt, self: FieldsValue) => fieldMap(rt, self.object)
  }),
  ...implement(
    'Schema.ChildRelationship',
    describeForms(
      {
        ChildSObject: (rt, { child }: ChildRelationshipValue) => rt.data.sobjectType(rt, child.object),
        Field: (rt, { child }: ChildRelationshipValue) => rt.data.fieldToken(rt, child.object, child.field),
        RelationshipName: (_rt, { child }: ChildRelationshipValue) => child.name
      },
      {
        CascadeDelete: (rt, { child }: ChildRelationshipValue) => constraintOf(rt, child) === 'Cascade',
        RestrictedDelete: (rt, { child }: ChildRelationshipValue) => constraintOf(rt, child) === 'Restrict'
      },
      (self: ChildRelationshipValue) => self
    )
  )
];

export const idDescribes = implement(
  'Id',
  instanceMethods({
    'getSobjectType()': (rt, id: ApexId) => {
      const { db, tokens } = localData(rt);
      const object = db.schema.byKeyPrefix(id.keyPrefix);
      if (!object) throw new UnsupportedCall('Id', `getSobjectType() for the key prefix ${id.keyPrefix}`);
      return tokens.type(object);
    }
  })
);

function constraintOf(rt: Runtime, child: NamedChild): string | undefined {
  return localData(rt).db.object(child.object).field(child.field, '')?.deleteConstraint;
}

/** Keys in lower case as the platform lists them; own fields also answer without their prefix. */
function fieldMap(rt: Runtime, object: SchemaObject): ApexMap {
  const map = new ApexMap(typeRef('String'), typeRef('Schema.SObjectField'), 'lower');
  for (const field of object.fields())
    map.put(rt, localName(field.name, object.namespace).toLowerCase(), localData(rt).tokens.field(object, field));
  return map;
}
