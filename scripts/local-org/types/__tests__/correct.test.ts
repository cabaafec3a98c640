import type { PlatformType } from '../../contracts/platform-types';
import { correct } from '../correct';
import { methodText, parseField, parseMethod } from '../declaration';

const type: PlatformType = {
  name: 'Http',
  namespace: 'System',
  kind: 'class',
  abstract: false,
  typeParameters: [],
  superclass: undefined,
  interfaces: [],
  constructors: [parseMethod('void <init>()')],
  methods: [parseMethod('Object send(Object)'), parseMethod('String toString()')],
  fields: [parseField('static Integer LIMIT')],
  values: []
};

describe('corrections', () => {
  it('replace a member and leave the others', () => {
    const corrected = correct(type, { remove: ['send(Object)'], add: ['String send(String)'] }, 'System.Http');
    expect(corrected.methods.map(methodText)).toEqual(['String toString()', 'String send(String)']);
    expect(corrected.constructors).toEqual(type.constructors);
  });

  it('that remove what is not there are out of date', () => {
    expect(() => correct(type, { remove: ['open()'] }, 'System.Http')).toThrow(
      'A correction of System.Http is out of date, the type tables say it has no member open() to remove'
    );
  });

  it('that add what is there already are out of date', () => {
    expect(() => correct(type, { add: ['void <init>()'] }, 'System.Http')).toThrow('has a member <init>() already');
    expect(() => correct(type, { fields: ['static Integer LIMIT'] }, 'System.Http')).toThrow('has a member LIMIT');
  });

  it('of a value that is misspelt must find it', () => {
    const quiddity: PlatformType = { ...type, kind: 'enum', values: ['UD', 'VF'] };
    expect(correct(quiddity, { renamedValues: { UD: 'UNDEFINED' } }, 'Quiddity').values).toEqual(['UNDEFINED', 'VF']);
    expect(() => correct(quiddity, { renamedValues: { UX: 'UNKNOWN' } }, 'Quiddity')).toThrow('has no value UX');
  });

  it('of an order must name the same values', () => {
    const level: PlatformType = { ...type, kind: 'enum', values: ['B', 'A'] };
    expect(correct(level, { values: ['A', 'B'] }, 'Level').values).toEqual(['A', 'B']);
    expect(() => correct(level, { values: ['A', 'C'] }, 'Level')).toThrow('has the values B, A');
  });
});

describe('declarations', () => {
  it('survive the way to text and back', () => {
    const text = 'static abstract Map<String,List<Id>> of(Map<K,List<V>>,Integer)';
    const method = parseMethod(text);
    expect(methodText(method)).toBe(text);
    expect(method.parameters.map((p) => p.name)).toEqual(['Map', 'Integer']);
  });

  it.each(['String broken(', 'noReturn()', 'void f(Map<String, Id>)', 'void f(List<Id)'])('refuse %s', (text) => {
    expect(() => parseMethod(text)).toThrow('is not a declaration');
  });
});
