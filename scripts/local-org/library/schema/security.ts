import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { platformTx } from '../../platform/current';
import { localData } from '../../platform/data-access';
import type { Access } from '../../platform/security/access';
import type { FieldRight, ObjectRight } from '../../platform/security/permissions';
import type { SchemaObject } from '../../project/schema-object';
import type { ApexEnumValue } from '../../runtime/enum';
import { ApexException } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { PlatformObject } from '../../runtime/object';
import { ApexSet } from '../../runtime/set';
import { SObjectValue } from '../../runtime/sobject';
import { UnsupportedCall } from '../../runtime/unsupported';
import { instanceMethods, staticMethods } from '../system/nulls';

class AccessDecisionValue extends PlatformObject {
  readonly apexType = typeRef('System.SObjectAccessDecision');

  constructor(
    readonly records: ApexList,
    readonly removed: ReadonlyMap<string, ReadonlySet<string>>,
    readonly modified: readonly number[]
  ) {
    super();
  }
}

const RIGHTS: Readonly<Record<string, { readonly field: FieldRight; readonly objects: readonly ObjectRight[] }>> = {
  READABLE: { field: 'read', objects: ['read'] },
  CREATABLE: { field: 'edit', objects: ['create'] },
  UPDATABLE: { field: 'edit', objects: ['edit'] },
  UPSERTABLE: { field: 'edit', objects: ['create', 'edit'] }
};

function strip(rt: Runtime, type: ApexEnumValue, rows: ApexList, enforceRoot = true): AccessDecisionValue {
  const { db } = localData(rt);
  const tx = platformTx(rt);
  const access = db.access(tx.session, tx.user);
  const rights = RIGHTS[type.name];
  if (!rights) throw new UnsupportedCall('System.Security', `stripInaccessible(${type.name})`);
  const removed = new Map<string, Set<string>>();
  const modified: number[] = [];
  const stripped = rows.items.map((item, index) => {
    const row = item as SObjectValue;
    const object = db.object(row.objectName);
    if (enforceRoot && !rights.objects.every((right) => access.object(object, right))) {
      throw new ApexException('System.NoAccessException', `No access to entity: ${object.name}`);
    }
    const copy = withoutDenied(object, row, access, rights.field, removed);
    if (copy.fields.size < row.fields.size) modified.push(index);
    return copy;
  });
  return new AccessDecisionValue(new ApexList(rows.elementType, stripped), removed, modified);
}

function withoutDenied(
  object: SchemaObject,
  row: SObjectValue,
  access: Access,
  right: FieldRight,
  removed: Map<string, Set<string>>
): SObjectValue {
  const copy = row.copy(true);
  for (const name of row.fields.keys()) {
    const field = object.field(name, '');
    if (!field || name === 'Id' || access.field(object, field, right)) continue;
    copy.fields.delete(name);
    const names = removed.get(object.name) ?? new Set<string>();
    removed.set(object.name, names.add(name));
  }
  copy.queried = new Set(copy.fields.keys());
  return copy;
}

export const security = [
  ...implement(
    'System.Security',
    staticMethods({
      'stripInaccessible(System.AccessType,List<SObject>)': strip,
      'stripInaccessible(System.AccessType,List<SObject>,Boolean)': strip
    }),
    { fidelity: 'approximate', note: 'Fields of related rows inside the records are left as they are.' }
  ),
  ...implement(
    'System.SObjectAccessDecision',
    instanceMethods({
      'getRecords()': (_rt, self: AccessDecisionValue) => self.records,
      'getModifiedIndexes()': (rt, self: AccessDecisionValue) => ApexSet.from(rt, typeRef('Integer'), self.modified),
      'getRemovedFields()': (rt, self: AccessDecisionValue) => {
        const sets = [...self.removed].map(
          ([object, names]) => [object, ApexSet.from(rt, typeRef('String'), names)] as const
        );
        return ApexMap.from(rt, typeRef('String'), typeRef('Set', [typeRef('String')]), sets);
      }
    })
  )
];
