import { typeRef, type TypeRef } from '../../../contracts/type-ref';
import { TypeIndex } from '../../bind/members';
import { analyseClasses } from '../../__tests__/support';
import { assignable, castable, commonType } from '../conversions';

const { symbols } = analyseClasses({ 'A.cls': 'public virtual class A { class B extends A { } interface I { } }' });
const index = new TypeIndex(symbols);

function type(text: string): TypeRef {
  const match = /^([\w.]+)(?:<(.+)>)?$/.exec(text);
  const args = (match?.[2]?.split(/,(?![^<]*>)/) ?? []).map(type);
  return typeRef(match?.[1] ?? text, args);
}

/** [from, to, implicitly, by cast]. */
const CASES: readonly (readonly [string, string, boolean, boolean])[] = [
  ['Integer', 'Decimal', true, true],
  ['Decimal', 'Integer', false, true],
  ['Double', 'Decimal', true, true],
  ['Decimal', 'Double', true, true],
  ['Long', 'Integer', false, true],
  ['Id', 'String', true, true],
  ['String', 'Id', true, true],
  ['Date', 'Datetime', true, true],
  ['Datetime', 'Date', false, true],
  ['Integer', 'String', false, false],
  ['Integer', 'Object', true, true],
  ['Object', 'Integer', false, true],
  ['void', 'Object', false, false],
  ['acme.A.B', 'acme.A', true, true],
  ['acme.A', 'acme.A.B', false, true],
  ['acme.A', 'acme.A.I', false, true],
  ['String', 'acme.A.I', false, false],
  ['Schema.Account', 'SObject', true, true],
  ['SObject', 'Schema.Account', false, true],
  ['Schema.Account', 'Schema.Contact', false, false],
  ['List<Schema.Account>', 'List<SObject>', true, true],
  ['List<SObject>', 'List<Schema.Account>', true, true],
  ['List<acme.A.B>', 'List<acme.A>', true, true],
  ['List<Object>', 'List<String>', false, true],
  ['List<Integer>', 'List<Long>', false, true],
  ['Set<String>', 'Set<Object>', false, true],
  ['Set<String>', 'Iterable<String>', true, true],
  ['Map<Id,Schema.Account>', 'Map<Id,SObject>', true, true],
  ['Map<String,String>', 'List<String>', false, false],
  ['System.QueryException', 'System.Exception', true, true],
  ['Schema.SObjectType', 'SObject', false, false]
];

test.each(CASES)('%s to %s', (from, to, implicitly, byCast) => {
  expect(assignable(index, type(from), type(to))).toBe(implicitly);
  expect(castable(index, type(from), type(to))).toBe(byCast);
});

test('branches share the wider number, the common class, or SObject', () => {
  const common = (a: string, b: string): string | undefined => commonType(index, type(a), type(b))?.name;

  expect(common('Integer', 'Decimal')).toBe('Decimal');
  expect(common('acme.A.B', 'acme.A')).toBe('acme.A');
  expect(common('Schema.Account', 'Schema.Contact')).toBe('SObject');
  expect(common('null', 'String')).toBe('String');
  expect(common('Integer', 'String')).toBeUndefined();
});
