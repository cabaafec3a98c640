import { BlockList, isIP, isIPv6 } from 'node:net';

import {
  APP_MISSING,
  CLIENT_AMBIGUOUS,
  CLIENT_AUTHENTICATES_TWICE,
  CLIENT_REFUSED,
  CLIENT_REFUSED_BASIC,
  CLIENT_UNKNOWN,
  type Denial
} from './denials';
import type { Exchange } from './exchange';
import type { Client, ServerContext } from './state';

interface Credentials {
  readonly id: string;
  readonly secret: string | null;
}

const BASIC = /^Basic +(\S+)$/i;
const addressLists = new WeakMap<readonly string[], BlockList>();

/** Who claims to ask, unproven: for the journal and for matching faults. */
export function claimedClientId(exchange: Exchange): string {
  return basicCredentials(exchange)?.id ?? exchange.form.get('client_id') ?? '';
}

/** Proves who asks, by the methods that the client is registered for. */
export function authenticateClient(context: ServerContext, exchange: Exchange): Client | Denial {
  const basic = basicCredentials(exchange);
  const named = exchange.form.get('client_id');
  const secret = basic === null ? exchange.form.get('client_secret') : basic.secret;
  if (basic !== null && exchange.form.has('client_secret')) return CLIENT_AUTHENTICATES_TWICE;
  const client = context.state.clients.get(basic?.id ?? named ?? '');
  const refused = basic === null ? CLIENT_REFUSED : CLIENT_REFUSED_BASIC;
  if (client === undefined) return basic === null ? CLIENT_UNKNOWN : refused;
  const method = basic !== null ? 'basic' : secret === null ? 'none' : 'post';
  if (!client.authentication.includes(method)) return refused;
  if (method !== 'none' && secret !== client.secret) return refused;
  if (named !== null && named !== client.id) return CLIENT_AMBIGUOUS;
  return client.installed ? client : APP_MISSING;
}

/** Whether the client's allowlist lets this address exchange codes and refresh. */
export function allowsAddress(client: Client, address: string): boolean {
  if (client.addresses.length === 0) return true;
  return isIP(address) !== 0 && addressList(client.addresses).check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Refuses what this server would have to pretend, and ranges that cannot be read. */
export function checkClient(client: Client): void {
  if (client.scopes.includes('openid')) {
    throw new Error(`Client ${client.id} asks for scope openid, but no id tokens are issued here: leave it out.`);
  }
  if (client.secret === null && client.authentication.some((method) => method !== 'none')) {
    throw new Error(`Client ${client.id} authenticates with a secret but has none: set \`secret\`.`);
  }
  const misfit = client.redirectUris.find((uri) => !URL.canParse(uri) || uri.includes('#'));
  if (misfit !== undefined) {
    throw new Error(`Client ${client.id} has the redirect URI ${misfit}: write it in full and without a fragment.`);
  }
  if (client.addresses.length > 0) addressList(client.addresses);
}

function addressList(addresses: readonly string[]): BlockList {
  const known = addressLists.get(addresses);
  if (known !== undefined) return known;
  const list = new BlockList();
  for (const entry of addresses) {
    const [network = '', prefix] = entry.split('/');
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  addressLists.set(addresses, list);
  return list;
}

/** Null only without the header: what it holds instead of Basic credentials fits no client, and is no excuse for none. */
function basicCredentials(exchange: Exchange): Credentials | null {
  if (exchange.authorization === '') return null;
  const encoded = BASIC.exec(exchange.authorization)?.[1] ?? '';
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) return { id: '', secret: '' };
  return { id: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) };
}

/** RFC 6749 2.3.1: both halves are form-encoded. What is not decodes to nothing, which no client matches. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
