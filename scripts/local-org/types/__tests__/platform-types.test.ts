import type { PlatformMethod, PlatformType } from '../../contracts/platform-types';
import { typeText } from '../../contracts/type-ref';
import type { TypeRef } from '../../contracts/type-ref';
import { loadPlatformTypes } from '../index';

const types = loadPlatformTypes();

function keysOf(type: string, method: string): string[] {
  const { constructors = [], methods = [] } = types.byCanonicalName(type) ?? {};
  return [...constructors, ...methods].filter((m) => m.name === method).map((m) => m.key);
}

function methodOf(type: string, key: string): PlatformMethod | undefined {
  return types.byCanonicalName(type)?.methods.find((m) => m.key === key);
}

const returnType = (type: string, key: string): string | undefined => {
  const found = methodOf(type, key);
  return found && typeText(found.returns);
};

describe('platform types', () => {
  it('list the overloads of a method', () => {
    expect(keysOf('String', 'indexOf')).toEqual(['indexOf(String)', 'indexOf(String,Integer)']);
  });

  it('keep type variables and nested type arguments', () => {
    expect(types.byCanonicalName('Map')?.typeParameters).toEqual(['K', 'V']);
    expect(returnType('Map', 'get(K)')).toBe('V');
    expect(returnType('System.QueryException', 'getInaccessibleFields()')).toBe('Map<String,Set<String>>');
  });

  it('give simple types their bare canonical name and their namespace', () => {
    expect(types.type('system', 'STRING')).toMatchObject({ namespace: 'System', name: 'String' });
    expect(types.byCanonicalName('System.String')).toBeUndefined();
  });

  it('know inner classes by their outer name', () => {
    expect(types.type('System', 'QueueableDuplicateSignature.Builder')?.namespace).toBe('System');
    expect(returnType('System.QueueableDuplicateSignature.Builder', 'addString(String)')).toBe(
      'System.QueueableDuplicateSignature.Builder'
    );
  });

  it('are found whatever the case and named in the canonical one', () => {
    expect(types.namespace('EVENTBUS')).toBe('EventBus');
    expect(types.type('cache', 'orgpartition')).toMatchObject({ namespace: 'Cache', name: 'OrgPartition' });
    expect(types.namespace('Internal')).toBeUndefined();
  });

  it('drop the escapes of Java', () => {
    expect(keysOf('Object', 'toString')).toEqual(['toString()']);
    expect(keysOf('System.UUID', 'hashCode')).toEqual(['hashCode()']);
    expect(keysOf('System.System', 'assert')).toEqual(['assert(Boolean)', 'assert(Boolean,Object)']);
  });

  it('read a query result as a list', () => {
    expect(returnType('System.Database', 'query(String)')).toBe('List<SObject>');
  });

  it('tell static from instance and abstract from implemented', () => {
    expect(methodOf('String', 'valueOf(Object)')).toMatchObject({ static: true, abstract: false });
    expect(methodOf('System.Queueable', 'execute(System.QueueableContext)')).toMatchObject({ abstract: true });
    expect(types.byCanonicalName('System.AccessLevel')?.fields).toContainEqual(
      expect.objectContaining({ name: 'USER_MODE', static: true })
    );
  });

  it('put the values of an enum in their order', () => {
    expect(types.byCanonicalName('System.LoggingLevel')?.values.slice(0, 3)).toEqual(['INTERNAL', 'FINEST', 'FINER']);
    expect(types.byCanonicalName('System.ParentJobResult')?.values).toEqual(['SUCCESS', 'UNHANDLED_EXCEPTION']);
  });

  it('give every enum the methods of an Apex enum and nothing of Java', () => {
    const keys = types.byCanonicalName('ConnectApi.CredentialPrincipalType')?.methods.map((m) => m.key);
    expect(keys).toEqual(['values()', 'valueOf(String)', 'name()', 'ordinal()']);
  });

  it('let exceptions be made in four ways', () => {
    expect(keysOf('System.Exception', '<init>')).toEqual([
      '<init>()',
      '<init>(String)',
      '<init>(System.Exception)',
      '<init>(String,System.Exception)'
    ]);
  });

  it('let a batch start with a query locator or any iterable', () => {
    expect(returnType('Database.Batchable', 'start(Database.BatchableContext)')).toBe('Iterable<T>');
    expect(types.byCanonicalName('Database.QueryLocator')?.interfaces.map(typeText)).toEqual(['Iterable<SObject>']);
  });

  it('name only types that exist, with as many arguments as they take', () => {
    const wrong: string[] = [];
    let checked = 0;
    const check = (type: TypeRef, owner: PlatformType): void => {
      for (const arg of type.args) check(arg, owner);
      if (type.name === 'void' || owner.typeParameters.includes(type.name)) return;
      checked++;
      const declared = types.byCanonicalName(type.name);
      const arity = declared?.typeParameters.length ?? (types.sobject(type.name.replace('Schema.', '')) ? 0 : -1);
      if (arity !== type.args.length) wrong.push(`${owner.namespace}.${owner.name}: ${typeText(type)}`);
    };
    for (const owner of types.typeNames().map((name) => types.byCanonicalName(name)!)) {
      const methods = [...owner.constructors, ...owner.methods].flatMap((m) => [m.returns, ...m.parameters]);
      const parents = owner.superclass ? [owner.superclass, ...owner.interfaces] : owner.interfaces;
      for (const type of [...methods, ...parents, ...owner.fields.map((f) => f.type)]) check(type, owner);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(types.typeNames().length);
  });
});
