import { inMethod, messages } from '../../__tests__/support';

/** [what compiles, statements]. */
const STATEMENTS: readonly (readonly [string, string])[] = [
  ['the value of an enum that the tables misspell', 'Quiddity q = Quiddity.UNDEFINED;'],
  ['a signature builder without new', `Object s = QueueableDuplicateSignature.Builder().addString('x').build();`],
  ['exceptions that the tables lack', 'try { o = 1; } catch (Cache.Session.SessionCacheException e) { o = 2; }'],
  ['a page', 'PageReference p = Page.Anything;']
]; // prettier-ignore

test.each(STATEMENTS)('%s is no problem', (_what, statements) => {
  expect(messages({ 'Sample.cls': inMethod(statements) })).toEqual([]);
});

const CLASSES: readonly (readonly [string, string])[] = [
  [
    'a clone of an own class, typed as that class',
    'public class A { public A copy() { return this.clone(); } public static A other(A a) { return a.clone(); } }'
  ],
  [
    'an inner type that shares its name with a field',
    'public class A { public enum Mode { FIRST } public Mode mode; public static Mode first() { return A.Mode.FIRST; } }'
  ],
  [
    'an inherited final field that a constructor assigns',
    'public class A { public virtual class B { protected final Integer n; } public class C extends B { C() { this.n = 1; } } }'
  ]
];

test.each(CLASSES)('%s is no problem', (_what, text) => {
  expect(messages({ 'A.cls': text })).toEqual([]);
});

test('an inherited final field is not assigned elsewhere', () => {
  const text =
    'public class A { public virtual class B { protected final Integer n; } public class C extends B { void set() { n = 1; } } }';
  expect(messages({ 'A.cls': text })).toEqual([
    '1:112 Final members can only be assigned in their declaration, init blocks, or constructors: n'
  ]);
});
