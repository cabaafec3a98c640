import { gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import type { WireRequest, WireResponse } from '../../contracts/transport';
import { throwApex } from '../../runtime/exceptions';
import { tooLarge } from './failures';

const UNPACK = { gzip: gunzipSync, deflate: inflateSync } as const;

/** What setCompressed(true) makes of a request. */
export function packed(request: WireRequest): WireRequest {
  if (request.body.length === 0) return request;
  return { ...request, headers: { ...request.headers, 'content-encoding': 'gzip' }, body: gzipSync(request.body) };
}

/** With the body as code reads it. One that is not what it says it is stays as it came. */
export function unpacked(response: WireResponse, most: number): WireResponse {
  const name = Object.keys(response.headers).find((key) => key.toLowerCase() === 'content-encoding') ?? '';
  const unpack = UNPACK[response.headers[name]?.toLowerCase() as keyof typeof UNPACK] as typeof gunzipSync | undefined;
  if (unpack === undefined || response.body.length === 0) return response;
  try {
    return { ...response, body: unpack(response.body, { maxOutputLength: most }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return response;
    throwApex('System.CalloutException', tooLarge('response', most, most + 1));
  }
}
