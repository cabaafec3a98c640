import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import { ApexBlob } from '../../../runtime/blob';
import { throwApex } from '../../../runtime/exceptions';
import { stringList } from '../lists';
import { instanceMethods } from '../nulls';
import type { HttpMessage } from './http-message';
import { HttpRequestValue, HttpResponseValue } from './http-message';

const MAX_TIMEOUT = 120_000;

const body: Readonly<Record<string, PlainImplementation>> = {
  'getBody()': (_rt, message: HttpMessage) => message.text,
  'getBodyAsBlob()': (_rt, message: HttpMessage) => message.body ?? new ApexBlob(new Uint8Array()),
  'setBody(String)': (_rt, message: HttpMessage, text: string) => {
    message.body = ApexBlob.fromText(text);
  },
  'setBodyAsBlob(Blob)': (_rt, message: HttpMessage, blob: ApexBlob) => {
    message.body = blob;
  },
  'getHeader(String)': (_rt, message: HttpMessage, name: string) => message.headers.get(name),
  'setHeader(String,String)': (_rt, message: HttpMessage, name: string, value: string) =>
    message.headers.set(name, value),
  'toString()': (_rt, message: HttpMessage) => message.toApexText?.() ?? ''
};

function setTimeoutOf(request: HttpRequestValue, milliseconds: number): void {
  if (milliseconds < 1 || milliseconds > MAX_TIMEOUT) {
    throwApex('System.CalloutException', `Timeout must be between 1 and ${MAX_TIMEOUT} milliseconds: ${milliseconds}`);
  }
  request.timeoutMs = milliseconds;
}

export const httpRequests = implement('System.HttpRequest', {
  '<init>()': () => new HttpRequestValue(),
  ...instanceMethods({
    ...body,
    'getCompressed()': (_rt, request: HttpRequestValue) => request.compressed,
    'getEndpoint()': (_rt, request: HttpRequestValue) => request.endpoint,
    'getMethod()': (_rt, request: HttpRequestValue) => request.method,
    'setClientCertificateName(String)': (_rt, request: HttpRequestValue, name: string) => {
      request.certificateName = name;
    },
    'setCompressed(Boolean)': (_rt, request: HttpRequestValue, on: boolean) => {
      request.compressed = on;
    },
    'setEndpoint(String)': (_rt, request: HttpRequestValue, endpoint: string) => {
      request.endpoint = endpoint;
    },
    'setMethod(String)': (_rt, request: HttpRequestValue, method: string) => {
      request.method = method;
    },
    'setTimeout(Integer)': (_rt, request: HttpRequestValue, milliseconds: number) => setTimeoutOf(request, milliseconds)
  })
});

export const httpResponses = implement('System.HttpResponse', {
  '<init>()': () => new HttpResponseValue(),
  ...instanceMethods({
    ...body,
    // Users report that it wants the name as it was written, unlike HTTP.
    'getHeader(String)': (_rt, response: HttpResponseValue, name: string) => response.headers.exactly(name),
    'getHeaderKeys()': (_rt, response: HttpResponseValue) => stringList(response.headers.names()),
    'getStatus()': (_rt, response: HttpResponseValue) => response.status,
    'getStatusCode()': (_rt, response: HttpResponseValue) => response.statusCode,
    'setStatus(String)': (_rt, response: HttpResponseValue, status: string) => {
      response.status = status;
    },
    'setStatusCode(Integer)': (_rt, response: HttpResponseValue, code: number) => {
      response.statusCode = code;
    }
  })
});
