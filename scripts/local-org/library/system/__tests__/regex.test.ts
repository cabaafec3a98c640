import { runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { UnsupportedCall } from '../../../runtime/unsupported';
import { call } from './library-call';

const rt = runtimeDouble();
const compile = (regex: string): unknown => call(rt, 'System.Pattern', 'compile(String)', regex);
const matches = (regex: string, text: string): unknown =>
  call(rt, 'System.Pattern', 'matches(String,String)', regex, text);

it.each([
  ['[\\w.-]+@[\\w.-]+\\.[a-z]{2,}', 'a.b-c@d.org', true],
  ['a\\z', 'a\n', false],
  ['[^\\s]+', 'a\u00a0b', true],
  ['\\h', '\u00a0', true],
  ['[]a]+', ']a', true],
  ['\\Qa.b\\E+', 'a.bbb', true],
  ['\\u0041\\x42\\-\\"', 'AB-"', true],
  ['(?s)a.b', 'a\nb', true],
  ['\\p{L}+', 'éß', true],
  ['\\p{Punct}', '[', true],
  ['\\p{Punct}', 'x', false],
  ['(?<year>\\d{4})-\\k<year>', '2026-2026', true],
  ['.', '\u{1F600}', true]
])('%s against %p is %p', (regex, text, expected) => {
  expect(matches(regex, text)).toBe(expected);
});

it.each([
  ['a*+', 'a possessive quantifier'],
  ['(?>a)', 'an atomic group'],
  ['a(?i)b', 'flags inside the pattern'],
  ['[a-z&&[^b]]', 'an intersection of character classes'],
  ['[a[bc]]', 'a character class inside another'],
  ['\\G', '\\G'],
  ['\\p{InGreek}', '\\p{InGreek}'],
  ['(?x)a', 'the flag x']
])('%s is not supported and says so', (regex, what) => {
  expect(() => compile(regex)).toThrow(UnsupportedCall);
  expect(() => compile(regex)).toThrow(what);
});

describe('errors in a pattern', () => {
  it.each(['(a', '[a', 'a{x}', '*'])('%s is a StringException', (regex) => {
    expect(() => compile(regex)).toThrow('System.StringException: Invalid regex');
  });
});

describe('a matcher', () => {
  const matcher = (regex: string, text: string): unknown =>
    call(rt, 'System.Pattern', 'matcher(String)', compile(regex), text);
  const ask = (subject: unknown, key: string, ...args: unknown[]): unknown =>
    call(rt, 'System.Matcher', key, subject, ...args);

  it('finds one match after another with their groups', () => {
    const subject = matcher('(\\w)(\\d)?', 'a1 b');
    const found: unknown[] = [];
    while (ask(subject, 'find()')) {
      found.push([ask(subject, 'group(Integer)', 2), ask(subject, 'start()'), ask(subject, 'end(Integer)', 2)]);
    }

    expect(found).toEqual([
      ['1', 0, 2],
      [null, 3, -1]
    ]);
    expect(ask(subject, 'groupCount()')).toBe(2);
  });

  it('looks only at its region', () => {
    const subject = ask(matcher('b+$', 'abbbc'), 'region(Integer,Integer)', 1, 3);

    expect([ask(subject, 'matches()'), ask(subject, 'start()'), ask(subject, 'end()')]).toEqual([true, 1, 3]);
  });

  it('has no group before it has matched', () => {
    expect(() => ask(matcher('a', 'a'), 'group()')).toThrow('No match found');
  });

  it('refuses a group that does not exist in a replacement', () => {
    expect(() => ask(matcher('a', 'a'), 'replaceAll(String)', '$1')).toThrow('No group 1');
  });
});
