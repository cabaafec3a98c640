import { analyseClasses } from '../../__tests__/support';

const TYPES = 'class P { } virtual class Q { } class R extends Q { } interface I { } class J implements I { }';

/** [overloads by parameter type, argument, the chosen parameter type or undefined for an ambiguous call]. */
const CASES: readonly (readonly [readonly string[], string, string | undefined])[] = [
  [['Long', 'Object'], '1', 'Long'],
  [['Decimal', 'Long', 'Double'], '1', 'Long'],
  [['Object', 'String'], 'null', undefined],
  [['Object', 'String'], "'x'", 'String'],
  [['String', 'Id'], "'x'", 'String'],
  [['Object', 'Id', 'String'], '(Id) null', 'Id'],
  [['Object', 'acme.A.Q', 'acme.A.R'], 'new R()', 'acme.A.R'],
  [['Object', 'acme.A.Q'], 'new R()', 'acme.A.Q'],
  [['Object', 'acme.A.I'], 'new J()', 'acme.A.I'],
  [['Object', 'SObject', 'Account'], 'new Account()', 'Schema.Account'],
  [['SObject', 'List<SObject>'], 'new List<Account>()', 'List<SObject>'],
  [['Set<Id>', 'List<Id>'], 'new List<Id>()', 'List<Id>'],
  [['Date', 'Datetime'], 'Date.today()', 'Date'],
  [['String', 'Integer'], 'null', undefined]
];

test.each(CASES)('of %j, %s takes %s', (overloads, argument, expected) => {
  const methods = overloads.map((type) => `static void f(${type.replace('acme.A.', '')} x) { }`).join(' ');

  const { units, problems } = analyseClasses({
    'A.cls': `public class A { ${TYPES} ${methods} static { f(${argument}); } }`
  });

  const key = /"name":"f","args".*?"key":"(f\([^"]*\))"/.exec(
    JSON.stringify(units[0]?.unit.declaration).split('"initializer"')[1] ?? ''
  )?.[1];
  expect(key).toBe(expected && `f(${expected})`);
  expect(problems.map((problem) => problem.message.split(':')[0])).toEqual(
    expected ? [] : ['Ambiguous method signature']
  );
});

test('a subclass that overrides does not make a call ambiguous', () => {
  const text =
    'public virtual class A { public virtual void f(A x) { } class B extends A { public override void f(A x) { f(this); super.f(this); } } }';

  expect(analyseClasses({ 'A.cls': text }).problems).toEqual([]);
});
