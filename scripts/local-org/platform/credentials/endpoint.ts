import { isUtf8 } from 'node:buffer';
import type { WireRequest } from '../../contracts/transport';
import { UnsupportedCall } from '../../runtime/unsupported';
import { asDataSession } from '../store/database';
import type { TransactionHost } from '../transaction/run';
import type { ApexTransaction } from '../transaction/transaction';
import { noCredential, noEndpoint } from './failure';
import { mergeFormulas } from './formula';
import type { CredentialLookup } from './formula';
import { allowedNamespaces, belongsTo, nameOf } from './model';
import type { ExternalCredential, Header, NamedCredential, Secret } from './model';
import { mayUsePrincipal } from './principal-access';
import { CredentialRecords } from './records';

/** The name ends where a path, a query or a fragment begins: what follows must not change the host. */
const ENDPOINT = /^callout:([^/?#]*)(.*)$/is;

export function isNamedEndpoint(url: string): boolean {
  return /^callout:/i.test(url);
}

/** The request as it leaves the org: with the URL and the headers of the credential, which code never gets to see. */
export function resolveEndpoint(host: TransactionHost, request: WireRequest): WireRequest {
  const [, written = '', rest = ''] = ENDPOINT.exec(request.url) ?? [];
  const tx = host.tx as ApexTransaction;
  const records = new CredentialRecords(asDataSession(tx.session));
  const namespace = host.org.code.namespace();
  const named = records.named(`${namespace}__${written}`) ?? records.named(written);
  if (!named || !named.enabled || !mayCallOut(namespace, named)) noEndpoint(written);
  const url = named.url.replace(/\/+$/, '') + rest;
  if (named.externalCredential === undefined) return { ...request, url };
  const external = records.external(named.externalCredential);
  if (!external) noCredential(named.externalCredential);
  return authorized({ ...request, url }, named, external, secretsFor(host, tx, records, external));
}

/** Code of no package may use whatever the org has. */
function mayCallOut(namespace: string, named: NamedCredential): boolean {
  return belongsTo(namespace, named) || allowedNamespaces(named).includes(namespace.toLowerCase());
}

/** Those of the first principal that the running user has access to. */
function secretsFor(
  { org }: TransactionHost,
  tx: ApexTransaction,
  records: CredentialRecords,
  external: ExternalCredential
): ReadonlyMap<string, Secret> {
  const session = asDataSession(tx.session);
  const principal = [...external.principals]
    .sort((a, b) => a.sequence - b.sequence)
    .find((candidate) => mayUsePrincipal(session, org.data.projects, tx.user.id, external, candidate));
  if (!principal) noCredential(nameOf(external));
  const stored = records.values({
    externalCredential: nameOf(external),
    principal: principal.name,
    type: principal.type,
    userId: principal.type === 'PerUserPrincipal' ? tx.user.id : undefined
  });
  return stored?.values ?? noCredential(nameOf(external));
}

function authorized(
  request: WireRequest,
  named: NamedCredential,
  external: ExternalCredential,
  secrets: ReadonlyMap<string, Secret>
): WireRequest {
  if (external.protocol !== 'Custom') {
    throw new UnsupportedCall('System.Http', `send(System.HttpRequest) with the protocol ${external.protocol}`);
  }
  const lookUp: CredentialLookup = (name, parameter) =>
    [nameOf(external), external.developerName].includes(name) ? secrets.get(parameter)?.value : undefined;
  const own = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    named.mergeInHeader ? mergeFormulas(value, lookUp) : value
  ]);
  const added = [...inOrder(external.headers), ...inOrder(named.headers)].map(({ name, value }): [string, string] => [
    name.toLowerCase(),
    mergeFormulas(value, lookUp)
  ]);
  const body = named.mergeInBody ? mergeBody(request.body, lookUp) : request.body;
  return { ...request, headers: Object.fromEntries([...own, ...added]), body };
}

function inOrder(headers: readonly Header[]): readonly Header[] {
  return [...headers].sort((a, b) => a.sequence - b.sequence);
}

/** Bytes that are no text hold no formula, and stay as they are. */
function mergeBody(body: Uint8Array, lookUp: CredentialLookup): Uint8Array {
  const text = isUtf8(body) ? Buffer.from(body).toString('utf8') : '';
  return text.includes('{!') ? new TextEncoder().encode(mergeFormulas(text, lookUp)) : body;
}
