import type { Expression, Member, Statement, Unit } from '../../ast';
import { parseText } from '../../parse/parse';

function declaration(kind: 'class' | 'trigger' | 'anonymous', text: string): Unit['declaration'] {
  const parsed = parseText(kind, text);
  if (!parsed.declaration) throw new Error(JSON.stringify(parsed.problems));
  return parsed.declaration;
}

function statement(text: string): Statement | undefined {
  const block = declaration('anonymous', text);
  return block.kind === 'anonymous' ? block.body.statements[0] : undefined;
}

function expression(text: string): Expression | undefined {
  const found = statement(`x = ${text};`);
  return found?.kind === 'expression-statement' && found.expression.kind === 'assign'
    ? found.expression.value
    : undefined;
}

function member(text: string): Member | undefined {
  const found = declaration('class', `public class A { ${text} }`);
  return found.kind === 'class' ? found.members[0] : undefined;
}

/** [text, what part of its tree is]. */
const EXPRESSIONS: readonly (readonly [string, object])[] = [
  ['-2147483648', { kind: 'literal', value: -2147483648 }],
  ['5L', { kind: 'literal', value: 5n }],
  ['1.50', { kind: 'literal', value: { decimal: '1.50' } }],
  [`'it\\'s\\n\\u0041'`, { kind: 'literal', value: "it's\nA" }],
  [`'''\n  two\n  lines\n'''`, { kind: 'literal', value: '  two\n  lines\n' }],
  ['TRUE', { kind: 'literal', value: true }],
  ['a ?? b', { kind: 'binary', operator: '??' }],
  ['a <> b', { kind: 'binary', operator: '!=' }],
  ['a >>> 2', { kind: 'binary', operator: '>>>' }],
  ['a <= b', { kind: 'binary', operator: '<=' }],
  ['a + b * c', { operator: '+', right: { operator: '*' } }],
  ['(a + b) * c', { operator: '*', left: { operator: '+' } }],
  ['!a', { kind: 'unary', operator: '!' }],
  ['a++', { kind: 'unary', operator: 'x++' }],
  ['--a', { kind: 'unary', operator: '--x' }],
  ['a ? b : c', { kind: 'conditional', then: { name: 'b' } }],
  ['a?.b', { kind: 'member', name: 'b', safe: true }],
  ['a?.b(1)', { kind: 'call', name: 'b', safe: true, args: [{ value: 1 }] }],
  ['b(1, 2)', { kind: 'call', receiver: undefined, args: [{}, {}] }],
  ['a[0]', { kind: 'index', index: { value: 0 } }],
  ['(List<String>) a', { kind: 'cast', typeName: { parts: ['List'], args: [{ parts: ['String'] }] } }],
  ['a instanceof Foo.Bar', { kind: 'instance-of', typeName: { parts: ['Foo', 'Bar'] } }],
  ['Foo.Bar.class', { kind: 'type-literal', typeName: { parts: ['Foo', 'Bar'] } }],
  ['new Foo(1)', { kind: 'new', typeName: { parts: ['Foo'] }, args: [{ value: 1 }] }],
  ['new Foo(a = 1)', { kind: 'new-sobject', fields: [{ name: 'a', value: { value: 1 } }] }],
  [`new Set<String>{ 'a', 'b' }`, { kind: 'new-collection', elements: [{}, {}] }],
  [`new Map<String, Integer>{ 'a' => 1 }`, { kind: 'new-collection', entries: [{ key: { value: 'a' } }] }],
  ['new String[3]', { kind: 'new-collection', typeName: { parts: ['List'] }, size: { value: 3 } }],
  [`new String[]{ 'a' }`, { kind: 'new-collection', typeName: { parts: ['List'] }, elements: [{ value: 'a' }] }],
  ['new List<A>{}', { kind: 'new-collection', elements: [] }],
  ['new Map<Id, A>([SELECT Id FROM A])', { kind: 'new', args: [{ kind: 'soql' }] }],
  ['y = 2', { kind: 'assign', operator: '=' }],
  ['y >>>= 2', { kind: 'assign', operator: '>>>' }],
  [`[FIND 'x*' IN ALL FIELDS RETURNING Account(Id)]`, { kind: 'sosl' }]
];

test.each(EXPRESSIONS)('the expression %s', (text, tree) => {
  expect(expression(text)).toMatchObject(tree);
});

const STATEMENTS: readonly (readonly [string, object])[] = [
  ['final Integer a = 1, b;', { kind: 'local', declarators: [{ name: 'a' }, { name: 'b', value: undefined }] }],
  ['if (a) b(); else if (c) d();', { kind: 'if', otherwise: { kind: 'if' } }],
  ['for (Integer i = 0, n = 9; i < n; i++, n--) { }', { kind: 'for', init: { kind: 'local' }, update: [{}, {}] }],
  ['for (;;) { break; }', { kind: 'for', init: undefined, condition: undefined, update: [] }],
  ['for (A a : [SELECT Id FROM A]) b();', { kind: 'for-each', name: 'a', iterable: { kind: 'soql' } }],
  ['while (a) { continue; }', { kind: 'while', body: { statements: [{ kind: 'continue' }] } }],
  ['do { b(); } while (a);', { kind: 'do-while' }],
  ['switch on a { when 1, -2 { } when null { } when else { } }', { cases: [{ when: { values: [{ value: 1 }, { value: -2 }] } }, {}], otherwise: {} }],
  ['switch on a { when Account b { } when RED { } }', { cases: [{ when: { kind: 'type', name: 'b' } }, { when: { values: [{ name: 'RED' }] } }] }],
  ['try { a(); } catch (Foo.BarException e) { } finally { b(); }', { kind: 'try', catches: [{ type: { parts: ['Foo', 'BarException'] } }], finally: {} }],
  ['throw new A();', { kind: 'throw' }],
  ['insert as user a;', { kind: 'dml', operation: 'insert', access: 'user' }],
  ['upsert as system a Ext__c;', { operation: 'upsert', access: 'system', upsertField: 'Ext__c' }],
  ['merge a b;', { operation: 'merge', target: { name: 'a' }, second: { name: 'b' } }],
  ['delete [SELECT Id FROM A];', { operation: 'delete', target: { kind: 'soql' } }],
  ['System.runAs(u) { a(); }', { kind: 'run-as', args: [{ name: 'u' }] }]
]; // prettier-ignore

test.each(STATEMENTS)('the statement %s', (text, tree) => {
  expect(statement(text)).toMatchObject(tree);
});

const MEMBERS: readonly (readonly [string, object])[] = [
  ['private static final List<A[]> a = null;', { kind: 'field', type: { parts: ['List'], args: [{ parts: ['List'] }] }, modifiers: { static: true, final: true } }],
  ['public Integer a { get; private set { b = value; } }', { kind: 'property', getter: { body: undefined }, setter: { modifiers: { access: 'private' } } }],
  ['public Integer a { get { return 1; } }', { kind: 'property', setter: undefined }],
  ['protected virtual void f(final Integer a) { }', { kind: 'method', returns: { parts: ['void'] }, parameters: [{ name: 'a', modifiers: { final: true } }] }],
  ['public A(Integer a) { this(); }', { kind: 'constructor', body: { statements: [{ expression: { kind: 'constructor-call', to: 'this' } }] } }],
  ['static { a = 1; }', { kind: 'initializer', static: true }],
  ['enum E { A, B }', { kind: 'enum', values: [{ name: 'A' }, { name: 'B' }] }],
  ['interface I extends J, K { void f(); }', { kind: 'interface', interfaces: [{}, {}], methods: [{ name: 'f', body: undefined }] }],
  ['with sharing class B extends C implements D { }', { kind: 'class', modifiers: { sharing: 'with' }, superclass: { parts: ['C'] } }],
  [`@AuraEnabled(cacheable=true scope='global') public static A f() { return null; }`, { modifiers: { annotations: [{ name: 'auraenabled', parameters: { cacheable: 'true', scope: 'global' } }] } }],
  ['static testMethod void f() { }', { modifiers: { testMethod: true } }],
  ['webservice static void f() { }', { modifiers: { access: 'global', static: true, webservice: true } }]
]; // prettier-ignore

test.each(MEMBERS)('the member %s', (text, tree) => {
  expect(member(text)).toMatchObject(tree);
});

test('a trigger has its object and its events', () => {
  const found = declaration('trigger', 'trigger T on A__c (before insert, after undelete) { Integer a = 1; f(); }');

  expect(found).toMatchObject({
    kind: 'trigger',
    object: { parts: ['A__c'] },
    events: ['before insert', 'after undelete']
  });
  expect(found).toMatchObject({ body: { statements: [{ kind: 'local' }, { kind: 'expression-statement' }] } });
});

test('anonymous Apex keeps statements in order and lifts methods and types out of them', () => {
  const found = declaration('anonymous', 'f(); class B { } void f() { } Integer a = 1;');

  expect(found).toMatchObject({
    members: [{ kind: 'class' }, { kind: 'method', modifiers: { static: true } }],
    body: { statements: [{ kind: 'expression-statement' }, { kind: 'local' }] }
  });
});

test('positions point at names, from 1', () => {
  expect(statement('a\n  .bc(\n1);')).toMatchObject({
    at: { line: 1, column: 1 },
    expression: { at: { line: 2, column: 4 } }
  });
});
