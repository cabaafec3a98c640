import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { localData } from '../../platform/data-access';
import { localName } from '../../project/names';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { DescribeObjectValue } from './describe-object';

/**
 * Objects of the projects and the standard ones that this org has met so far: the thousands of others would have to be
 * loaded first. Asking for one by name finds it all the same.
 */
class GlobalDescribe extends ApexMap {
  constructor(readonly lookUp: (name: string) => unknown) {
    super(typeRef('String'), typeRef('Schema.SObjectType'), 'lower');
  }

  override get(rt: Runtime, key: unknown): unknown {
    return super.get(rt, key) ?? (typeof key === 'string' ? this.lookUp(key) : null);
  }

  override has(rt: Runtime, key: unknown): boolean {
    return this.get(rt, key) !== null;
  }
}

function globalDescribe(rt: Runtime): ApexMap {
  const { db, tokens } = localData(rt);
  const find = (name: string): unknown => {
    const object = db.schema.object(name, db.homeNamespace);
    return object ? tokens.type(object) : null;
  };
  const map = new GlobalDescribe(find);
  for (const object of db.schema.projectObjects()) {
    map.put(rt, object.name.toLowerCase(), tokens.type(object));
    map.put(rt, localName(object.name, object.namespace).toLowerCase(), tokens.type(object));
  }
  for (const name of ['Account', 'Contact', 'User', 'Organization', 'AsyncApexJob']) {
    const object = db.schema.byFullName(name);
    if (object) map.put(rt, name.toLowerCase(), tokens.type(object));
  }
  return map;
}

function describeSObjects(rt: Runtime, names: ApexList): ApexList {
  const { db } = localData(rt);
  const results = names.items.map((name) => {
    const object = db.schema.object(String(name), db.homeNamespace);
    if (!object)
      throwApex(
        'System.InvalidParameterValueException',
        `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${String(name)} sobject.`
      );
    return new DescribeObjectValue(object);
  });
  return new ApexList(typeRef('Schema.DescribeSObjectResult'), results);
}

export const globalDescribes = implement(
  'System.Schema',
  {
    'getGlobalDescribe()': globalDescribe,
    'describeSObjects(List<String>)': describeSObjects,
    'describeSObjects(List<String>,Object)': describeSObjects
  },
  {
    fidelity: 'approximate',
    note: "The map lists the project's objects and common standard ones; any other is found by name."
  }
);
