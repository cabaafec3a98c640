import type { SoqlQuery } from '../../compiler/ast-soql';
import type { Waiting } from '../../contracts/effect';
import { implement, implementWaiting } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { localData } from '../../platform/data-access';
import { homeCode } from '../../platform/dml/statement';
import type { Binds } from '../../platform/soql/env';
import { inaccessibleFields } from '../../platform/soql/access';
import { modeOf } from '../../platform/soql/queries';
import type { ApexException } from '../../runtime/exceptions';
import { argument, throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { ApexMap } from '../../runtime/map';
import { PlatformObject } from '../../runtime/object';
import { ApexSet } from '../../runtime/set';
import { SObjectValue } from '../../runtime/sobject';
import type { AccessLevelValue } from '../system/access-level';
import { instanceMethods } from '../system/nulls';

/** The variables in scope where the query is run, by name in lower case. */
type Variables = (name: string) => unknown;

/** Only names are bound: fields of a variable do not exist for the text of a query. */
function scopeBinds(variables: Variables): Binds {
  return {
    byIndex: () => null,
    byName: ([name = '', ...more]) => {
      const value = more.length === 0 ? variables(name.toLowerCase()) : undefined;
      if (value === undefined)
        throwApex('System.QueryException', `Variable does not exist: ${[name, ...more].join('.')}`);
      return value;
    }
  };
}

function mapBinds(rt: Runtime, map: ApexMap): Binds {
  return {
    byIndex: () => null,
    byName: (path) => {
      const name = path.join('.');
      const entry = map.entries().find(({ key }) => String(key).toLowerCase() === name.toLowerCase());
      if (!entry) throwApex('System.QueryException', `Key '${name}' does not exist in the bindMap`);
      return map.get(rt, entry.key);
    }
  };
}

function* run(rt: Runtime, text: string | null, binds: Binds, level: AccessLevelValue | null): Waiting<unknown> {
  const { queries, db } = localData(rt);
  const query = queries.parse(argument(text, 1));
  return yield* queries.run(rt, query, binds, homeCode(db), modeFor(query, level));
}

/** A WITH clause in the text decides before the argument does. */
function modeFor(query: SoqlQuery, level: AccessLevelValue | null): ReturnType<typeof modeOf> {
  return query.with === undefined && level?.mode === 'user' ? 'user' : modeOf(query);
}

function* rows(rt: Runtime, text: string | null, binds: Binds, level: AccessLevelValue | null): Waiting<ApexList> {
  const result = yield* run(rt, text, binds, level);
  if (result instanceof ApexList) return result;
  throwApex('System.QueryException', 'Database.query cannot run SELECT COUNT(): use Database.countQuery.');
}

function* count(rt: Runtime, text: string | null, binds: Binds, level: AccessLevelValue | null): Waiting<number> {
  const result = yield* run(rt, text, binds, level);
  if (typeof result === 'number') return result;
  throwApex('System.QueryException', 'Database.countQuery needs SELECT COUNT() without a field.');
}

export class QueryLocatorValue extends PlatformObject {
  readonly apexType = typeRef('Database.QueryLocator');

  constructor(
    readonly query: string,
    readonly rows: readonly SObjectValue[]
  ) {
    super();
  }
}

class QueryLocatorIteratorValue extends PlatformObject {
  readonly apexType = typeRef('Database.QueryLocatorIterator');
  position = 0;

  constructor(readonly rows: readonly SObjectValue[]) {
    super();
  }
}

function* locator(
  rt: Runtime,
  text: string | null,
  binds: Binds,
  level: AccessLevelValue | null
): Waiting<QueryLocatorValue> {
  const found = yield* rows(rt, text, binds, level);
  return new QueryLocatorValue(
    text ?? '',
    found.items.filter((row) => row instanceof SObjectValue)
  );
}

export const queryMethods = implementWaiting('System.Database', {
  'query(String)': (rt, text: string | null, scope: Variables) => rows(rt, text, scopeBinds(scope), null),
  'query(String,System.AccessLevel)': (rt, text: string | null, level: AccessLevelValue, scope: Variables) =>
    rows(rt, text, scopeBinds(scope), level),
  'queryWithBinds(String,Map<String,Object>,System.AccessLevel)': (
    rt,
    text: string | null,
    map: ApexMap,
    level: AccessLevelValue
  ) => rows(rt, text, mapBinds(rt, argument(map, 2)), level),
  'countQuery(String)': (rt, text: string | null, scope: Variables) => count(rt, text, scopeBinds(scope), null),
  'countQuery(String,System.AccessLevel)': (rt, text: string | null, level: AccessLevelValue, scope: Variables) =>
    count(rt, text, scopeBinds(scope), level),
  'countQueryWithBinds(String,Map<String,Object>,System.AccessLevel)': (
    rt,
    text: string | null,
    map: ApexMap,
    level: AccessLevelValue
  ) => count(rt, text, mapBinds(rt, argument(map, 2)), level),
  'getQueryLocator(String)': (rt, text: string | null, scope: Variables) => locator(rt, text, scopeBinds(scope), null),
  'getQueryLocator(String,System.AccessLevel)': (rt, text: string | null, level: AccessLevelValue, scope: Variables) =>
    locator(rt, text, scopeBinds(scope), level),
  'getQueryLocatorWithBinds(String,Map<String,Object>,System.AccessLevel)': (
    rt,
    text: string | null,
    map: ApexMap,
    level: AccessLevelValue
  ) => locator(rt, text, mapBinds(rt, argument(map, 2)), level)
});

function inaccessible(rt: Runtime, exception: ApexException): ApexMap {
  const names = typeRef('String');
  const map = new ApexMap(names, typeRef('Set', [names]));
  for (const [object, fields] of inaccessibleFields(exception))
    map.put(rt, object, ApexSet.from(rt, names, [...fields]));
  return map;
}

export const queryExceptions = implement(
  'System.QueryException',
  instanceMethods({ 'getInaccessibleFields()': inaccessible })
);

const fromRows = (list: ApexList): QueryLocatorValue =>
  new QueryLocatorValue(
    '',
    list.items.filter((row) => row instanceof SObjectValue)
  );

export const queryLocators = [
  ...implement('System.Database', {
    'getQueryLocator(List<SObject>)': (_rt, list: ApexList) => fromRows(list),
    'getQueryLocator(List<SObject>,System.AccessLevel)': (_rt, list: ApexList) => fromRows(list)
  }),
  ...implement(
    'Database.QueryLocator',
    instanceMethods({
      'getQuery()': (_rt, self: QueryLocatorValue) => self.query,
      'iterator()': (_rt, self: QueryLocatorValue) => new QueryLocatorIteratorValue(self.rows)
    })
  ),
  ...implement(
    'Database.QueryLocatorIterator',
    instanceMethods({
      'hasNext()': (_rt, self: QueryLocatorIteratorValue) => self.position < self.rows.length,
      'next()': (_rt, self: QueryLocatorIteratorValue) => {
        const row = self.rows[self.position];
        if (!row) throwApex('System.NoSuchElementException', 'Iterator has no more elements.');
        self.position += 1;
        return row;
      }
    })
  )
];
