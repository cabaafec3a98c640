import { run, value } from './apex';

/** What values of type Object answer to `instanceof`: yes to every primitive that a cast would give. */
describe.each([
  ['9L', ['Long', 'Double', 'Decimal'], ['Integer', 'String']],
  ['9', ['Integer', 'Long', 'Double', 'Decimal'], ['Id', 'String']],
  ['9.5', ['Double', 'Decimal'], ['Integer', 'Long']],
  ["'bob'", ['String'], ['Id']],
  ["'001000000000001'", ['String', 'Id'], ['Integer']],
  ["(Id) '001000000000001'", ['String', 'Id'], ['Integer']]
])('%s', (literal, kinds, others) => {
  test.each(kinds.map((kind) => [kind]))('is an instance of %s', (kind) => {
    expect(value(`Object o = ${literal}; return o instanceof ${kind};`)).toBe(true);
  });
  test.each(others.map((kind) => [kind]))('is no instance of %s', (kind) => {
    expect(value(`Object o = ${literal}; return o instanceof ${kind};`)).toBe(false);
  });
});

test('a cast to a wider number converts', () => {
  expect(String(value("Object o = 7; Long l = (Long) o; Decimal d = (Decimal) o; return l + '|' + d / 2;"))).toBe(
    '7|3.5'
  );
});

test('an abstract method without an access modifier is implemented by another class, without override', () => {
  const base = 'public abstract class Base { abstract Integer size(); public Integer twice() { return size() * 2; } }';
  const own = 'public class Own extends Base { public Integer size() { return 4; } }';
  expect(value('return new Own().twice();', {}, [base, own])).toBe(8);
});

test('a private method that is not virtual is no one else’s', () => {
  const base =
    'public virtual class Base { private Integer size() { return 1; } public Integer twice() { return size() * 2; } }';
  const own =
    'public class Own extends Base { public Integer size() { return 4; } public Object result() { return twice(); } }';
  const subject = 'public class Subject { public static Object result() { return new Own().result(); } }';
  expect(run([subject, base, own], 'Subject', 'result()')).toBe(2);
});
