import { perform } from '../../contracts/effect';
import type { Waiting } from '../../contracts/effect';
import type { WireRequest, WireResponse } from '../../contracts/transport';
import { typeRef } from '../../contracts/type-ref';
import { throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import { isNamedEndpoint, resolveEndpoint } from '../credentials/endpoint';
import { strike } from '../faults';
import type { TransactionHost } from '../transaction/run';
import type { ApexTransaction } from '../transaction/transaction';
import { packed, unpacked } from './compression';
import { calloutMessage, tooLarge, UNCOMMITTED_WORK, unauthorizedEndpoint } from './failures';

/** All callouts of a transaction together may take this long. */
const CUMULATIVE_TIMEOUT_MS = 120_000;

/** Of RFC 9110. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const HEADER_VALUE = /^[\t\x20-\x7E\x80-\xFF]*$/;

/** What a request says besides what is sent. */
interface Manner {
  readonly timeoutMs: number;
  readonly compressed: boolean;
}

/** A real callout: rules first, then the wire. Row locks of FOR UPDATE are gone from here on. */
export function* sendOverWire(host: TransactionHost, asked: WireRequest, how: Manner): Waiting<WireResponse> {
  const tx = host.tx as ApexTransaction;
  const merged = permitted(host, asked);
  const request = how.compressed ? packed(merged) : merged;
  checkHeaders(request);
  checkSize('request', tx, request.body);
  tx.session.releaseLocks();
  const started = host.org.clock.now();
  const allowed = Math.min(how.timeoutMs, CUMULATIVE_TIMEOUT_MS - tx.calloutTime);
  if (allowed <= 0) throwApex('System.CalloutException', 'Exceeded maximum time allotted for callout');
  const result = yield* perform({ kind: 'callout', request, timeoutMs: allowed });
  tx.calloutTime += host.org.clock.now() - started;
  strike(host, 'callout.after', request.url);
  if (!result.ok) throwApex('System.CalloutException', calloutMessage(result.failure, request.url));
  checkSize('response', tx, result.response.body);
  return unpacked(result.response, tx.limits.allowed('heapSize'));
}

/** As much as the heap may hold: 6 MB, or 12 MB in asynchronous Apex (Guide, Execution Governors and Limits). */
function checkSize(what: 'request' | 'response', tx: ApexTransaction, { length }: Uint8Array): void {
  const most = tx.limits.allowed('heapSize');
  if (length > most) throwApex('System.CalloutException', tooLarge(what, most, length));
}

/** What cannot stand in a header is not known to fail in any one way on the platform; it must not pass for a failed send. */
function checkHeaders({ headers }: WireRequest): void {
  const odd = Object.entries(headers).find(([name, value]) => !HEADER_NAME.test(name) || !HEADER_VALUE.test(value));
  if (odd === undefined) return;
  const shown = JSON.stringify(odd[0]);
  throw new UnsupportedCall('System.Http', `send(System.HttpRequest) with the characters of the header ${shown}`);
}

/** A named credential allows its own URL; any other needs a remote site. */
function permitted(host: TransactionHost, request: WireRequest): WireRequest {
  if (isNamedEndpoint(request.url)) return resolveEndpoint(host, request);
  if (host.org.remoteSites.allows(request.url)) return request;
  throwApex('System.CalloutException', unauthorizedEndpoint(request.url));
}

/** What every callout must pass, mocked or real. */
export function checkCallout(host: TransactionHost, endpoint: string): void {
  const tx = host.tx as ApexTransaction;
  const forbidden = calloutForbidden(host, tx);
  if (forbidden !== undefined) throwApex('System.CalloutException', forbidden);
  if (tx.hasPendingWork) throwApex('System.CalloutException', UNCOMMITTED_WORK);
  tx.limits.spend('callouts', 1);
  strike(host, 'callout.before', endpoint);
}

/** Where the kind of the transaction rules callouts out, whatever it has done so far. */
function calloutForbidden(host: TransactionHost, tx: ApexTransaction): string | undefined {
  if (tx.triggerFrames.length > 0) return 'Callout from triggers are currently not supported.';
  if (tx.kind === 'scheduled') return 'Callout from scheduled Apex not supported.';
  const job = tx.kind === 'queueable' ? tx.job?.target : undefined;
  return job && !host.instanceOf(job, ALLOWS_CALLOUTS) ? NOT_ALLOWED : undefined;
}

const ALLOWS_CALLOUTS = typeRef('Database.AllowsCallouts');

/** The platform says so of queueables too, although they have no such annotation. */
const NOT_ALLOWED =
  'Callout not allowed from this future method. Please enable callout by annotating the future method. ' +
  'eg: @Future(callout=true)';
