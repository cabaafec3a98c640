import { UnsupportedCall } from '../../../runtime/unsupported';
import { mergeFormulas } from '../formula';

const lookUp = (name: string, parameter: string): string | undefined =>
  name === 'Shop' && parameter === 'Token' ? 'a<b' : undefined;

test.each([
  ["{!'Bearer ' & $Credential.Shop.Token}", 'Bearer a<b'],
  ['Bearer {!$Credential.Shop.Token}', 'Bearer a<b'],
  ['{!"x" + \'y\'}{!HTMLENCODE($Credential.Shop.Token)}', 'xya&lt;b'],
  ['plain {text}', 'plain {text}']
])('%s', (text, expected) => {
  expect(mergeFormulas(text, lookUp)).toBe(expected);
});

test('a parameter that has no value is a failed callout', () => {
  expect(() => mergeFormulas('{!$Credential.Shop.Other}', lookUp)).toThrow(/Unable to resolve/);
});

test.each(['{!UPPER($Credential.Shop.Token)}', "{!'a' 'b'}", "{!'a' &}", '{!}'])('%s is refused by name', (text) => {
  expect(() => mergeFormulas(text, lookUp)).toThrow(UnsupportedCall);
});
