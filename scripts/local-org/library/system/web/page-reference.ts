import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { typeRef } from '../../../contracts/type-ref';
import { ApexMap } from '../../../runtime/map';
import { PlatformObject } from '../../../runtime/object';
import { valueOfText } from '../../../runtime/text';
import { instanceMethods, staticMethods } from '../nulls';

/** A place to go to. Parameters live in a map that the code may change; the URL is made from it. */
class PageReferenceValue extends PlatformObject {
  readonly apexType = typeRef('System.PageReference');
  readonly parameters = new ApexMap(typeRef('String'), typeRef('String'));
  readonly headers = new ApexMap(typeRef('String'), typeRef('String'));
  redirect = false;

  constructor(
    readonly path: string,
    public anchor: string | null
  ) {
    super();
  }
}

function parse(rt: Runtime, url: string): PageReferenceValue {
  const [beforeAnchor = '', anchor] = url.split('#');
  const [path = '', query = ''] = beforeAnchor.split('?');
  const page = new PageReferenceValue(path, anchor ?? null);
  for (const [name, value] of new URLSearchParams(query)) page.parameters.put(rt, name, value);
  return page;
}

function urlOf(rt: Runtime, page: PageReferenceValue): string {
  const pairs = page.parameters
    .entries()
    .map(({ key, value }): [string, string] => [valueOfText(rt, key), value === null ? '' : valueOfText(rt, value)]);
  const query = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
  return `${page.path}${query}${page.anchor === null ? '' : `#${page.anchor}`}`;
}

export const pageReferences = implement(
  'System.PageReference',
  {
    ...staticMethods({ '<init>(String)': parse }),
    ...instanceMethods({
      'getAnchor()': (_rt, page: PageReferenceValue) => page.anchor,
      'getHeaders()': (_rt, page: PageReferenceValue) => page.headers,
      'getParameters()': (_rt, page: PageReferenceValue) => page.parameters,
      'getRedirect()': (_rt, page: PageReferenceValue) => page.redirect,
      'getUrl()': urlOf,
      'setAnchor(String)': (_rt, page: PageReferenceValue, anchor: string) => {
        page.anchor = anchor;
        return page;
      },
      'setRedirect(Boolean)': (_rt, page: PageReferenceValue, redirect: boolean) => {
        page.redirect = redirect;
        return page;
      }
    })
  },
  { fidelity: 'approximate', note: 'A URL with parameters; there are no pages, cookies or contents behind it.' }
);
