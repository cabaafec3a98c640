import { implementWaiting } from '../../contracts/library';
import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Waiting } from '../../contracts/effect';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import type { WireRequest, WireResponse } from '../../contracts/transport';
import { hostOf, txOf } from '../../platform/host';
import { checkCallout, sendOverWire } from '../../platform/http/send';
import { mockKey } from '../../platform/test-state';
import { ApexBlob } from '../../runtime/blob';
import { throwApex, throwNullArgument } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';
import { UnsupportedCall } from '../../runtime/unsupported';
import { HttpRequestValue, HttpResponseValue } from '../system/web/http-message';

class HttpValue extends PlatformObject {
  readonly apexType = typeRef('System.Http');
}

const MOCK = 'System.HttpCalloutMock';
const RESPOND = 'respond(System.HttpRequest)';

function* send(rt: Runtime, _self: HttpValue, request: HttpRequestValue | null): Waiting<unknown> {
  if (request === null) throwNullArgument(1);
  const endpoint = request.endpoint ?? '';
  if (endpoint === '') throwApex('System.CalloutException', 'Endpoint cannot be empty.');
  if (!request.method) throwApex('System.CalloutException', 'Method must be specified');
  const host = hostOf(rt);
  checkCallout(host, endpoint);
  const { test } = txOf(rt);
  if (test) {
    const mock = test.mocks.get(mockKey(host.org.code.namespace(), MOCK));
    if (!mock)
      throwApex('System.CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
    return yield* rt.callWaiting(mock, RESPOND, [request]);
  }
  return toApex(yield* sendOverWire(host, toWire(request, endpoint), request));
}

function toWire(request: HttpRequestValue, endpoint: string): WireRequest {
  if (request.certificateName !== undefined) {
    throw new UnsupportedCall(
      'System.HttpRequest',
      'setClientCertificateName(String) of a request that is really sent'
    );
  }
  const headers = Object.fromEntries(request.headers.all().map(({ name, value }) => [name.toLowerCase(), value]));
  const body = request.body?.bytes ?? new Uint8Array();
  const method = (request.method ?? 'GET').toUpperCase();
  // The platform sends what has a body as POST, as users report.
  return { method: method === 'GET' && body.length > 0 ? 'POST' : method, url: endpoint, headers, body };
}

function toApex(response: WireResponse): HttpResponseValue {
  const value = new HttpResponseValue();
  value.statusCode = response.status;
  value.status = response.reason;
  for (const [name, header] of Object.entries(response.headers)) value.headers.set(name, header);
  value.body = new ApexBlob(response.body);
  return value;
}

export const http: readonly LibraryEntry[] = [
  ...implement('System.Http', { '<init>()': () => new HttpValue() }),
  ...implementWaiting('System.Http', { 'send(System.HttpRequest)': send })
];
