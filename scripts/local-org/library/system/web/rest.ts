import { implement } from '../../../contracts/library';
import type { PlainImplementation } from '../../../contracts/library';
import type { Transaction } from '../../../contracts/transaction';
import { typeRef } from '../../../contracts/type-ref';
import { ApexMap } from '../../../runtime/map';
import { throwNull } from '../../../runtime/exceptions';
import { PlatformObject } from '../../../runtime/object';
import { instanceMethods } from '../nulls';

function texts(): ApexMap {
  return new ApexMap(typeRef('String'), typeRef('String'));
}

class RestRequestValue extends PlatformObject {
  readonly apexType = typeRef('System.RestRequest');
  headers: unknown = texts();
  params: unknown = texts();
  httpMethod: unknown = null;
  remoteAddress: unknown = null;
  requestBody: unknown = null;
  requestURI: unknown = null;
  resourcePath: unknown = null;
}

class RestResponseValue extends PlatformObject {
  readonly apexType = typeRef('System.RestResponse');
  headers: unknown = texts();
  responseBody: unknown = null;
  statusCode: unknown = null;
}

interface Context {
  request: unknown;
  response: unknown;
}

/** What code puts there lasts as long as its transaction; no REST call comes in by itself. */
const contexts = new WeakMap<Transaction, Context>();

function contextOf(tx: Transaction): Context {
  const context = contexts.get(tx) ?? { request: null, response: null };
  contexts.set(tx, context);
  return context;
}

/** Each name as a field to read and to write. */
function fields<T extends object>(names: readonly (keyof T & string)[]): Readonly<Record<string, PlainImplementation>> {
  const forms: Record<string, PlainImplementation> = {};
  for (const name of names) {
    forms[name] = (_rt, self: T) => self[name];
    forms[`${name}=`] = (_rt, self: T, value: T[typeof name]) => {
      self[name] = value;
    };
  }
  return forms;
}

function adding(mapOf: (self: never) => unknown): PlainImplementation {
  return (rt, self: never, name: string, value: string) => {
    const map = mapOf(self);
    if (map instanceof ApexMap) map.put(rt, name, value);
    else throwNull();
  };
}

export const restContext = implement('System.RestContext', {
  request: (rt) => contextOf(rt.tx).request,
  'request=': (rt, value: unknown) => {
    contextOf(rt.tx).request = value;
  },
  response: (rt) => contextOf(rt.tx).response,
  'response=': (rt, value: unknown) => {
    contextOf(rt.tx).response = value;
  }
});

export const restRequests = implement('System.RestRequest', {
  '<init>()': () => new RestRequestValue(),
  ...instanceMethods({
    'addHeader(String,String)': adding((self: RestRequestValue) => self.headers),
    'addParameter(String,String)': adding((self: RestRequestValue) => self.params)
  }),
  ...fields<RestRequestValue>([
    'headers', 'params', 'httpMethod', 'remoteAddress', 'requestBody', 'requestURI', 'resourcePath'
  ]) // prettier-ignore
});

export const restResponses = implement('System.RestResponse', {
  '<init>()': () => new RestResponseValue(),
  ...instanceMethods({ 'addHeader(String,String)': adding((self: RestResponseValue) => self.headers) }),
  ...fields<RestResponseValue>(['headers', 'responseBody', 'statusCode'])
});
