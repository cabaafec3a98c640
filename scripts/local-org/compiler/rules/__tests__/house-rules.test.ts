import { analysePackages, packageOf } from '../../__tests__/support';
import { parseRules, type ApexRules } from '../config';
import { checkHouseRules } from '../house-rules';

const RULES: ApexRules = {
  main: ['main/'],
  sharing: { exempt: ['test', 'exception'] },
  accessMode: { databaseMethods: ['insert', 'query'] },
  systemModeReason: true,
  forbiddenCalls: [{ rule: 'no-debug', method: 'System.System.debug', instead: 'return it' }],
  qualifiedNames: ['System.Assert', 'Schema.User'],
  size: { classLines: 5, methodLines: 3, parameters: 2 }
};

function breaches(text: string, path = 'main/A.cls', rules = RULES): readonly string[] {
  const { units, problems } = analysePackages(packageOf({ [path]: text }));
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return checkHouseRules(units, rules).map((each) => `${each.line}:${each.column} ${each.rule} ${each.message}`);
}

function inMethod(statements: string): string {
  return `public with sharing class A { void f(Account a) {\n${statements}\n} }`;
}

/** [what, statements from line 2 on, where and which rule]. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a query without a mode', 'Object o = [SELECT Id FROM Account];', ['2:13 access-mode']],
  ['a query in user mode', 'Object o = [SELECT Id FROM Account WITH USER_MODE];', []],
  ['DML without a mode', 'insert a;', ['2:1 access-mode']],
  ['DML with a mode', 'insert as user a;', []],
  ['a database method without an access level', 'Database.insert(a, false);', ['2:10 access-mode']],
  ['a database method with one', 'Database.insert(a, false, AccessLevel.USER_MODE);', []],
  ['system mode without a reason', 'insert as system a;', ['2:1 system-mode-reason']],
  ['system mode far from its reason', '// why\nInteger n = 1; n = 2;\nDatabase.insert(a, AccessLevel.SYSTEM_MODE);', ['4:32 system-mode-reason']],
  ['system mode with a reason', '// why\nDatabase.insert(\na, AccessLevel.SYSTEM_MODE);', []],
  ['debug output', "System.debug('x');", ['2:8 no-debug']],
  ['an unqualified name in a type', 'User u;', ['2:1 qualified-name']],
  ['an unqualified name in an expression', 'Assert.isTrue(true);', ['2:1 qualified-name']],
  ['a qualified name', 'System.Assert.isTrue(true); Schema.User u;', []]
]; // prettier-ignore

test.each(CASES)('%s', (_what, statements, expected) => {
  const rules = { ...RULES, size: { classLines: 50, methodLines: 50, parameters: 9 } };

  expect(
    breaches(inMethod(statements), 'main/A.cls', rules).map((text) => text.split(' ').slice(0, 2).join(' '))
  ).toEqual(expected);
  expect(breaches(inMethod(statements), 'tests/A.cls', rules)).toEqual([]);
});

test('every class says how it shares, but for tests, exceptions and what cannot', () => {
  const text =
    'public class A { class B { } without sharing class C { } class DException extends Exception { } enum E { X } interface F { } }';

  expect(breaches(text).map((breach) => breach.split(' ').slice(0, 3).join(' '))).toEqual([
    '1:14 sharing A',
    '1:24 sharing B'
  ]);
  expect(breaches(`@IsTest ${text}`)).toEqual([]);
});

test('long classes, long methods and long parameter lists are named', () => {
  const text = 'public with sharing class A {\nvoid f(Integer a, Integer b, Integer c) {\n\n\n}\n}';

  expect(breaches(text)).toEqual([
    '1:27 size A has 6 lines, at most 5 are allowed: divide it.',
    '2:6 size f has 4 lines, at most 3 are allowed: divide it.',
    '2:6 parameters f has 3 parameters, at most 2 are allowed: pass a value class.'
  ]);
});

test('a misspelt rule is an error, not a rule that is off', () => {
  expect(() => parseRules('{ "main": [], "sharin": {} }', 'rules.json')).toThrow('there is no rule "sharin"');
  expect(() => parseRules('{ "sharing": {} }', 'rules.json')).toThrow('"main" must list path prefixes');
});
