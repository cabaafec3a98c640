import type { ServedResponse, WireResponse } from '../local-org/contracts/transport';
import type { Exchange } from './exchange';
import type { AnswerFault, FaultAction } from './faults';
import { answer } from './responses';

/** Stands where no endpoint has answered. */
export const UNPROCESSED: WireResponse = answer(200, {}, '');

const PROXY_PAGE = '<!doctype html><html><head><title>Error</title></head><body><h1>Bad gateway</h1></body></html>';

/** What a fault makes of an answer on its way to the client. */
export function spoil(
  action: Exclude<FaultAction, { kind: 'late' }>,
  served: ServedResponse,
  exchange: Exchange
): ServedResponse {
  switch (action.kind) {
    case 'delay':
      return served;
    case 'drop':
    case 'reset':
      return { ...served, connection: action.kind };
    case 'truncate':
      return action.how === 'connection' ? { ...served, connection: 'truncate' } : halve(served);
    case 'html':
      return { ...served, response: answer(action.status ?? 200, { 'content-type': 'text/html' }, PROXY_PAGE) };
    case 'answer':
      return { ...served, response: scripted(action, exchange) };
  }
}

function halve(served: ServedResponse): ServedResponse {
  const { response } = served;
  return { ...served, response: { ...response, body: response.body.slice(0, response.body.length >> 1) } };
}

function scripted({ status, retryAfter, body, contentType }: AnswerFault, { form }: Exchange): WireResponse {
  const headers = {
    'content-type': contentType ?? 'application/json;charset=UTF-8',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter })
  };
  const presented = form.get('refresh_token') ?? form.get('token') ?? form.get('code') ?? '';
  return answer(
    status,
    headers,
    (body ?? '').replaceAll('{token}', () => presented)
  );
}
