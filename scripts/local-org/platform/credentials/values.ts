import type { Actor } from './actor';
import { demandExternal } from './definitions';
import { notFound, refuse } from './failure';
import type { ExternalCredential, PrincipalType, PrincipalValues, Secret } from './model';
import { nameOf } from './model';
import type { PrincipalKey } from './records';

/** The values of one principal as code names and sends them. */
export interface ValuesDraft {
  readonly externalCredential: string;
  readonly principal: string;
  readonly type: PrincipalType;
  readonly protocol: string;
  readonly values: ReadonlyMap<string, Secret>;
}

export interface Found {
  readonly external: ExternalCredential;
  readonly stored: PrincipalValues;
}

export function createValues(actor: Actor, draft: ValuesDraft): Found {
  const target = targetOf(actor, draft);
  if (actor.records.values(target.key)) {
    refuse('DUPLICATE_VALUE', `The credential of the principal ${draft.principal} already exists: update or patch it.`);
  }
  return store(actor, target, draft.values);
}

/** What the draft does not name is gone. */
export function replaceValues(actor: Actor, draft: ValuesDraft): Found {
  const target = targetOf(actor, draft);
  demandValues(actor, target.key);
  return store(actor, target, draft.values);
}

/** What the draft does not name stays. */
export function patchValues(actor: Actor, draft: ValuesDraft): Found {
  const target = targetOf(actor, draft);
  if (target.external.protocol !== 'Custom') {
    refuse('INVALID_INPUT', 'A credential can be patched only where the authentication protocol is Custom.');
  }
  const before = demandValues(actor, target.key);
  return store(actor, target, new Map([...before.values, ...draft.values]));
}

/** All values of the principal, or those of some names. */
export function deleteValues(
  actor: Actor,
  address: Pick<ValuesDraft, 'externalCredential' | 'principal' | 'type'>,
  names: readonly string[] | undefined
): void {
  const target = targetOf(actor, address);
  const before = demandValues(actor, target.key);
  if (names === undefined) return actor.records.removeValues(target.key);
  const left = new Map([...before.values].filter(([name]) => !names.includes(name)));
  if (left.size === 0) actor.records.removeValues(target.key);
  else store(actor, target, left);
}

/** A principal without values is configured with nothing. */
export function readValues(
  actor: Actor,
  address: Pick<ValuesDraft, 'externalCredential' | 'principal' | 'type'>
): Found {
  const { external, key } = targetOf(actor, address);
  return { external, stored: actor.records.values(key) ?? { ...key, values: new Map() } };
}

interface Target {
  readonly external: ExternalCredential;
  readonly key: PrincipalKey;
}

function targetOf(
  actor: Actor,
  { externalCredential, principal, type, protocol }: Omit<ValuesDraft, 'values' | 'protocol'> & { protocol?: string }
): Target {
  const external = demandExternal(actor, externalCredential);
  if (protocol !== undefined && protocol !== external.protocol) {
    refuse(
      'INVALID_INPUT',
      `${externalCredential} has the authentication protocol ${external.protocol}, not ${protocol}.`
    );
  }
  const found = external.principals.find(
    (candidate) => candidate.type === type && candidate.name.toLowerCase() === principal.toLowerCase()
  );
  if (!found) notFound(`The principal ${principal} of the external credential ${externalCredential}`);
  const userId = type === 'PerUserPrincipal' ? actor.userId : undefined;
  return { external, key: { externalCredential: nameOf(external), principal: found.name, type, userId } };
}

function demandValues(actor: Actor, key: PrincipalKey): PrincipalValues {
  return actor.records.values(key) ?? notFound(`The credential of the principal ${key.principal}`);
}

function store(actor: Actor, { external, key }: Target, values: ReadonlyMap<string, Secret>): Found {
  const stored = { ...key, values };
  actor.records.putValues(stored);
  return { external, stored };
}
