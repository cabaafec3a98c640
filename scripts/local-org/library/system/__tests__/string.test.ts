import { typeRef } from '../../../contracts/type-ref';
import { ApexList } from '../../../runtime/list';
import { examples, strings } from './library-call';

describe('searching', () => {
  examples([
    ['String', 'charAt(Integer)', ['Ω is Ohm.', 0], 937],
    ['String', 'charAt(Integer)', ['ab', 2], 'System.StringException: String index out of range: 2'],
    ['String', 'codePointAt(Integer)', ['\u{1F600}x', 0], 0x1f600],
    ['String', 'codePointBefore(Integer)', ['\u{1F600}x', 2], 0x1f600],
    ['String', 'codePointCount(Integer,Integer)', ['\u{1F600}x', 0, 3], 2],
    ['String', 'offsetByCodePoints(Integer,Integer)', ['a\u{1F600}x', 1, 1], 3],
    ['String', 'compareTo(String)', ['abcde', 'abcdx'], -19],
    ['String', 'compareTo(String)', ['abc', 'ab'], 1],
    ['String', 'containsAny(String)', ['hello', 'fx'], false],
    ['String', 'containsAny(String)', ['hello', 'hx'], true],
    ['String', 'containsIgnoreCase(String)', ['hello', 'HE'], true],
    ['String', 'containsNone(String)', ['abcde', 'fg'], true],
    ['String', 'containsOnly(String)', ['abba', 'abcd'], true],
    ['String', 'containsOnly(String)', ['abba xyz', 'abcd'], false],
    ['String', 'countMatches(String)', ['Hello Jane', 'Hello'], 1],
    ['String', 'difference(String)', ['Hello Jane', 'Hello Max'], 'Max'],
    ['String', 'equalsIgnoreCase(String)', ['abcd', 'ABCD'], true],
    ['String', 'equals(Object)', ['abcd', 'ABCD'], false],
    ['String', 'getLevenshteinDistance(String)', ['Hello Joe', 'Hello Max'], 3],
    ['String', 'getLevenshteinDistance(String,Integer)', ['Hello Jane', 'Hello Max', 2], -1],
    ['String', 'hashCode()', ['abc'], 96354],
    ['String', 'indexOf(String)', ['abcde', 'cd'], 2],
    ['String', 'indexOf(String,Integer)', ['abcde', 'e', 5], -1],
    ['String', 'indexOfAny(String)', ['abcd', 'xc'], 2],
    ['String', 'indexOfAnyBut(String)', ['abcd', 'xc'], 0],
    ['String', 'indexOfDifference(String)', ['abcd', 'abxc'], 2],
    ['String', 'indexOfIgnoreCase(String,Integer)', ['aBcd', 'bc', 2], -1],
    ['String', 'lastIndexOf(String)', ['abcdefgc', 'c'], 7],
    ['String', 'lastIndexOf(String,Integer)', ['abcdaacd', 'c', 3], 2],
    ['String', 'isAllLowerCase()', ['abc1'], false],
    ['String', 'isAlpha()', ['abc 21'], false],
    ['String', 'isAlphanumericSpace()', ['AE 86'], true],
    ['String', 'isAsciiPrintable()', ['abcd1234!@#$%^&*()`~-_+={[}]|:<,>.?'], true],
    ['String', 'isNumeric()', ['1.2'], false],
    ['String', 'isNumeric()', ['1234567890'], true],
    ['String', 'contains(String)', ['abc', null], 'System.NullPointerException: Argument 1 cannot be null'],
    ['String', 'length()', [null], 'System.NullPointerException: Attempt to de-reference a null object']
  ]);
});

describe('changing', () => {
  examples([
    ['String', 'abbreviate(Integer)', ['Hello Maximillian', 8], 'Hello...'],
    ['String', 'abbreviate(Integer,Integer)', ['Hello Maximillian', 9, 6], '...Max...'],
    ['String', 'abbreviate(Integer,Integer)', ['Hello Maximillian', 8, 15], '...llian'],
    ['String', 'abbreviate(Integer)', ['Hello', 3], 'System.StringException: Minimum abbreviation width is 4: 3'],
    ['String', 'capitalize()', ['hello Maximillian'], 'Hello Maximillian'],
    ['String', 'center(Integer,String)', ['hello', 9, '-'], '--hello--'],
    ['String', 'leftPad(Integer,String)', ['ab', 5, 'xy'], 'xyxab'],
    ['String', 'rightPad(Integer)', ['ab', 4], 'ab  '],
    ['String', 'left(Integer)', ['abcdaacd', 3], 'abc'],
    ['String', 'right(Integer)', ['Hello Max', 3], 'Max'],
    ['String', 'mid(Integer,Integer)', ['abcde', 2, 3], 'cde'],
    ['String', 'overlay(String,Integer,Integer)', ['hello', '--', 2, 4], 'he--o'],
    ['String', 'normalizeSpace()', ['  Salesforce \t  force.com '], 'Salesforce force.com'],
    ['String', 'remove(String)', ['Salesforce and force.com', 'force'], 'Sales and .com'],
    ['String', 'removeEndIgnoreCase(String)', ['Salesforce and force.com', '.COM'], 'Salesforce and force'],
    ['String', 'removeStart(String)', ['Salesforce and force.com', 'force'], 'Salesforce and force.com'],
    ['String', 'repeat(String,Integer)', ['hello', ', ', 2], 'hello, hello'],
    ['String', 'replace(String,String)', ['a.b.c', '.', '$&'], 'a$&b$&c'],
    ['String', 'splitByCharacterType()', ['Lightning.platform'], '(L, ightning, ., platform)'],
    ['String', 'splitByCharacterTypeCamelCase()', ['fooBAR1Baz'], '(foo, BAR, 1, Baz)'],
    ['String', 'substring(Integer)', ['hamburger', 3], 'burger'],
    ['String', 'substring(Integer,Integer)', ['hamburger', 4, 8], 'urge'],
    ['String', 'substring(Integer)', ['abc', 4], 'System.StringException: Starting position out of bounds: 4'],
    ['String', 'substring(Integer,Integer)', ['abc', 1, 9], 'System.StringException: Ending position out of bounds: 9'],
    ['String', 'substringAfterLast(String)', ['Salesforce.Lightning.platform', '.'], 'platform'],
    ['String', 'substringBefore(String)', ['Salesforce.Lightning.platform', '.'], 'Salesforce'],
    ['String', 'substringBetween(String,String)', ['xx<tag>yy</tag>', '<tag>', '</tag>'], 'yy'],
    ['String', 'substringBetween(String)', ['no tag here', '|'], null],
    ['String', 'swapCase()', ['Force.com'], 'fORCE.COM'],
    ['String', 'trim()', ['\u00a0\t Hello '], '\u00a0\t Hello'],
    ['String', 'uncapitalize()', ['Hello max'], 'hello max']
  ]);
});

describe('escaping', () => {
  examples([
    ['String', 'escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
    ['String', 'unescapeCsv()', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
    ['String', 'escapeEcmaScript()', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
    ['String', 'escapeHtml4()', ['"<Black&White> é"'], '&quot;&lt;Black&amp;White&gt; &eacute;&quot;'],
    ['String', 'unescapeHtml4()', ['&lt;&eacute;&#65;&#x42;&nosuch;'], '<éAB&nosuch;'],
    ['String', 'escapeJava()', ['Company: "Ω"\n'], 'Company: \\"\\u03A9\\"\\n'],
    ['String', 'unescapeJava()', ['\\"\\u03A9\\"\\n'], '"Ω"\n'],
    ['String', 'escapeXml()', [`"<Black&White>'s"`], '&quot;&lt;Black&amp;White&gt;&apos;s&quot;'],
    ['String', 'escapeSingleQuotes(String)', ["it's 'x'"], "it\\'s \\'x\\'"],
    ['String', 'escapeUnicode()', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?']
  ]);
});

describe('statics', () => {
  const arguments2 = new ApexList(typeRef('Object'), ['Bob', 5, null]);
  examples([
    ['String', 'format(String,List<Object>)', ["{1} it''s {0} '{0}' {2} {3}", arguments2], "5 it's Bob {0} null {3}"],
    ['String', 'format(String,List<Object>)', [null, arguments2], null],
    ['String', 'fromCharArray(List<Integer>)', [new ApexList(typeRef('Integer'), [74, 111])], 'Jo'],
    ['String', 'getCommonPrefix(List<String>)', [strings('SFDCApex', 'SFDCVisualforce')], 'SFDC'],
    ['String', 'isBlank(String)', [' \t'], true],
    ['String', 'isNotEmpty(String)', [null], false],
    ['String', 'join(Object,String)', [strings('a', null, 'c'), '/'], 'a//c'],
    ['String', 'valueOf(Object)', [null], null]
  ]);
});

describe('patterns', () => {
  examples([
    ['String', 'split(String)', ['boo:and:foo', 'o'], '(b, , :and:f)'],
    ['String', 'split(String,Integer)', ['boo:and:foo', 'o', -2], '(b, , :and:f, , )'],
    ['String', 'split(String,Integer)', ['boo:and:foo', ':', 2], '(boo, and:foo)'],
    ['String', 'split(String)', ['abc', ''], '(a, b, c)'],
    ['String', 'split(String)', ['a\\b', '\\\\'], '(a, b)'],
    ['String', 'replaceAll(String,String)', ['a1b22', '([a-z])(\\d+)', '$2$1'], '1a22b'],
    ['String', 'replaceFirst(String,String)', ['a.b.c', '\\.', '\\$'], 'a$b.c'],
    ['String', 'replaceAll(String,String)', ['Ab-9_ é', '[^\\p{Alnum}\\-]', ''], 'Ab-9'],
    ['System.Pattern', 'matches(String,String)', ['(?i)[a-z]{2}\\Q.*\\E', 'Ab.*'], true],
    ['System.Pattern', 'matches(String,String)', ['a|ab', 'ab'], true]
  ]);
});
