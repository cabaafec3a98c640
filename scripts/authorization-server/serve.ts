import type { ServedResponse, WireRequest, WireResponse } from '../local-org/contracts/transport';
import { apiEndpoint } from './api';
import { authorizeEndpoint } from './authorize';
import { claimedClientId } from './clients';
import { discoveryEndpoint } from './discovery';
import { type Endpoint, openRequest } from './exchange';
import { type FaultAction, pickFault } from './faults';
import { introspectionEndpoint } from './introspection';
import { recordPresentation, recordTokenUse } from './recording';
import { json } from './responses';
import { revocationEndpoint } from './revocation';
import { spoil, UNPROCESSED } from './spoil';
import type { ServerContext } from './state';
import { tokenEndpoint } from './token-endpoint';
import type { Visit } from './visit';

type Handler = (context: ServerContext, visit: Visit) => WireResponse;

const HANDLERS: Readonly<Record<Endpoint, Handler>> = {
  authorize: authorizeEndpoint,
  token: tokenEndpoint,
  introspect: introspectionEndpoint,
  revoke: revocationEndpoint,
  discovery: discoveryEndpoint,
  api: apiEndpoint,
  unknown: nothingHere
};

/** Receives a request: picks its fault, lets the endpoint work unless the fault forbids it, spoils the answer. */
export function serve(context: ServerContext, request: WireRequest, at: number): ServedResponse {
  const visit = open(context, request, at);
  const action = pickFault(context.state.faultRules, visit.subject);
  if (action === null) return served(HANDLERS[visit.exchange.endpoint](context, visit), visit);
  return serveFaulty(context, { ...visit, fault: action.kind }, action, request);
}

/** Processes a request that travelled until now. Nobody waits for its answer any more. */
export function serveLate(context: ServerContext, request: WireRequest, arrival: number | null, at: number): void {
  const visit: Visit = { ...open(context, request, at), fault: 'late', arrival };
  HANDLERS[visit.exchange.endpoint](context, visit);
}

function nothingHere(_context: ServerContext, { exchange }: Visit): WireResponse {
  return json(404, { error: 'not_found', error_description: `this server has no endpoint ${exchange.path}` });
}

function serveFaulty(context: ServerContext, visit: Visit, action: FaultAction, request: WireRequest): ServedResponse {
  if (action.kind === 'late') {
    const arrival = recordSkipped(context, visit, 'travelling');
    context.state.late.push({ request, dueAt: visit.at + action.ms, arrival });
    return { response: UNPROCESSED, delayMs: 0, connection: 'drop' };
  }
  const delayed = action.kind === 'delay' ? { ...visit, busyUntil: visit.busyUntil + action.ms } : visit;
  if ('processed' in action && !action.processed) {
    recordSkipped(context, visit, 'unprocessed');
    return spoil(action, served(UNPROCESSED, delayed), visit.exchange);
  }
  return spoil(action, served(HANDLERS[visit.exchange.endpoint](context, delayed), delayed), visit.exchange);
}

function open(context: ServerContext, request: WireRequest, at: number): Visit {
  const exchange = openRequest(request, context.settings.issuer);
  const { endpoint, form } = exchange;
  const subject = { endpoint, clientId: claimedClientId(exchange), grantType: form.get('grant_type') };
  const busyUntil = endpoint === 'token' ? at + context.settings.processingMs : at;
  return { exchange, subject, at, busyUntil, fault: null, arrival: null };
}

function served(response: WireResponse, visit: Visit): ServedResponse {
  return { response, delayMs: visit.busyUntil - visit.at, connection: 'deliver' };
}

function recordSkipped(context: ServerContext, visit: Visit, outcome: 'unprocessed' | 'travelling'): number | null {
  switch (visit.exchange.endpoint) {
    case 'token':
      return recordPresentation(context, visit, { kind: 'undecided', outcome });
    case 'introspect':
      return recordTokenUse(context, visit, 'introspection', outcome);
    case 'revoke':
      return recordTokenUse(context, visit, 'revocation', outcome);
    default:
      return null;
  }
}
