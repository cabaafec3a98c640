import { analyseAnonymous } from '../analyse-anonymous';
import { analyseClasses, NAMESPACE } from './support';

const { symbols } = analyseClasses({
  'Greeter.cls': "public class Greeter { public static String hello() { return 'x'; } private static void shut() { } }"
});

function anonymous(text: string) {
  return analyseAnonymous(text, symbols, { namespace: NAMESPACE });
}

test('a block uses the classes of its namespace, its own methods and its own types', () => {
  const { problems, unit } = anonymous(
    'String s = Greeter.hello() + twice(2) + new P().a; Integer twice(Integer n) { return 2 * n; } class P { Integer a; }'
  );

  expect(problems).toEqual([]);
  expect(unit?.classes.map((each) => each.name)).toEqual(['acme.anonymous', 'acme.anonymous.P']);
});

test('a block does not see private members', () => {
  expect(anonymous('Integer x = 1; Greeter.shut();').problems.map((each) => each.message)).toEqual([
    'Method is not visible: void acme.Greeter.shut()'
  ]);
});

test('the methods of a block see its variables, its types only the static ones', () => {
  const block = (modifier: string): string =>
    `${modifier} Integer x = 1; x++; Integer f() { return x; } class P { Integer g() { return x; } }`;

  expect(anonymous('Integer x = 1; x++; Integer f() { return x; }').problems).toEqual([]);
  expect(anonymous(block('static')).problems).toEqual([]);
});

test('a block that does not parse gives problems and no unit', () => {
  const { problems, unit } = anonymous('Integer x = ;');

  expect(unit).toBeUndefined();
  expect(problems[0]).toMatchObject({ rule: 'syntax', line: 1, column: 13 });
});
