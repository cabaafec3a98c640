import { runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { textOf } from '../../../runtime/text';
import { call, examples } from './library-call';

const rt = runtimeDouble();
const url = (spec: string): unknown => call(rt, 'System.Url', '<init>(String)', spec);
const FULL = 'https://me:pw@Example.com:8443/a/b?q=1#top';

describe('urls', () => {
  examples([
    ['System.Url', 'getAuthority()', [url(FULL)], 'me:pw@Example.com:8443'],
    ['System.Url', 'getHost()', [url(FULL)], 'Example.com'],
    ['System.Url', 'getPort()', [url('https://example.com/')], -1],
    ['System.Url', 'getPort()', [url(FULL)], 8443],
    ['System.Url', 'getDefaultPort()', [url(FULL)], 443],
    ['System.Url', 'getFile()', [url(FULL)], '/a/b?q=1'],
    ['System.Url', 'getRef()', [url(FULL)], 'top'],
    ['System.Url', 'getUserInfo()', [url(FULL)], 'me:pw'],
    ['System.Url', 'toExternalForm()', [url(FULL)], FULL],
    ['System.Url', '<init>(String)', ['example.com'], 'System.StringException: no protocol: example.com'],
    ['System.Url', '<init>(System.Url,String)', [url('https://example.com/a/b'), '../c'], 'https://example.com/c'],
    ['System.Url', 'sameFile(System.Url)', [url('https://example.com/a#x'), url('https://EXAMPLE.com:443/a')], true],
    ['System.Url', 'sameFile(System.Url)', [url('https://example.com/a'), url('https://example.com/b')], false]
  ]);
});

describe('requests and responses', () => {
  it('keep the first spelling of a header, by which alone a response finds it', () => {
    const response = call(rt, 'System.HttpResponse', '<init>()');
    const ask = (key: string, ...args: unknown[]): unknown => call(rt, 'System.HttpResponse', key, response, ...args);
    ask('setHeader(String,String)', 'X-A', '1');
    ask('setHeader(String,String)', 'Content-Type', 'text/plain');
    ask('setHeader(String,String)', 'x-a', '2');

    expect(['X-A', 'X-a', 'X-B'].map((name) => ask('getHeader(String)', name))).toEqual(['2', null, null]);
    expect(textOf(rt, ask('getHeaderKeys()'))).toBe('(X-A, Content-Type)');
  });

  it('carry text as UTF-8', () => {
    const request = call(rt, 'System.HttpRequest', '<init>()');
    const ask = (key: string, ...args: unknown[]): unknown => call(rt, 'System.HttpRequest', key, request, ...args);
    ask('setBody(String)', 'é');

    expect([textOf(rt, ask('getBodyAsBlob()')), ask('getBody()')]).toEqual(['Blob[2]', 'é']);
    expect(() => ask('setTimeout(Integer)', 120_001)).toThrow('Timeout must be between 1 and 120000');
  });
});

it('keeps the parameters of a page reference apart from its path', () => {
  const page = call(rt, 'System.PageReference', '<init>(String)', '/apex/Page?b=2&a=x%20y#end');

  expect(textOf(rt, call(rt, 'System.PageReference', 'getParameters()', page))).toBe('{b=2, a=x y}');
  expect(call(rt, 'System.PageReference', 'getUrl()', page)).toBe('/apex/Page?b=2&a=x+y#end');
});

it('compares versions without a patch number by major and minor alone', () => {
  const version = (...parts: number[]): unknown =>
    call(rt, 'System.Version', `<init>(${parts.map(() => 'Integer').join(',')})`, ...parts);
  const compare = (a: unknown, b: unknown): unknown => call(rt, 'System.Version', 'compareTo(System.Version)', a, b);

  expect(compare(version(1, 2), version(1, 2, 9))).toBe(0);
  expect(compare(version(1, 2, 3), version(1, 2, 9))).toBe(-1);
});
