import type { Actor } from './actor';
import { own } from './actor';
import { notFound, refuse } from './failure';
import type { ExternalCredential, Header, NamedCredential, Parameter, Principal } from './model';
import { nameOf } from './model';

type WithoutId<T> = Omit<T, 'id'>;

/** What code asks for; ids and whose it is are the platform's. */
export interface ExternalDraft {
  readonly developerName: string;
  readonly label: string;
  readonly protocol: string;
  readonly variant: string | undefined;
  readonly principals: readonly (Omit<Principal, 'id' | 'parameters'> & {
    readonly parameters: readonly WithoutId<Parameter>[];
  })[];
  readonly headers: readonly WithoutId<Header>[];
  readonly parameters: readonly WithoutId<Parameter>[];
}

export interface NamedDraft {
  readonly developerName: string;
  readonly label: string;
  readonly url: string;
  readonly type: string;
  readonly description: string | null;
  /** As code names it. */
  readonly externalCredential: string;
  readonly mergeInBody: boolean;
  readonly mergeInHeader: boolean;
  readonly generatesAuthorization: boolean;
  readonly headers: readonly WithoutId<Header>[];
  readonly parameters: readonly WithoutId<Parameter>[];
}

const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** What code creates belongs to the org: it has no prefix, and remembers the package. */
export function createExternal(actor: Actor, draft: ExternalDraft): ExternalCredential {
  checkName(draft.developerName);
  if (actor.records.external(draft.developerName)) duplicate('external credential', draft.developerName);
  const definition: ExternalCredential = {
    ...draft,
    id: actor.newId('external'),
    namespace: '',
    createdBy: creator(actor),
    headers: withIds(actor, draft.headers),
    parameters: withIds(actor, draft.parameters),
    principals: withIds(actor, draft.principals).map((principal) => ({
      ...principal,
      parameters: withIds(actor, principal.parameters)
    }))
  };
  actor.records.putExternal(definition);
  return definition;
}

/** Callouts stay off until an administrator switches them on, where a package created it. */
export function createNamed(actor: Actor, draft: NamedDraft): NamedCredential {
  checkName(draft.developerName);
  checkUrl(draft.url);
  if (actor.records.named(draft.developerName)) duplicate('named credential', draft.developerName);
  const definition: NamedCredential = {
    ...draft,
    id: actor.newId('named'),
    namespace: '',
    createdBy: creator(actor),
    enabled: actor.namespace === '',
    externalCredential: nameOf(demandExternal(actor, draft.externalCredential)),
    headers: withIds(actor, draft.headers),
    parameters: withIds(actor, draft.parameters)
  };
  actor.records.putNamed(definition);
  return definition;
}

/** By its full name. */
export function demandExternal(actor: Actor, name: string): ExternalCredential {
  return own(actor, actor.records.external(name) ?? notFound(`The external credential ${name}`));
}

export function demandNamed(actor: Actor, name: string): NamedCredential {
  return own(actor, actor.records.named(name) ?? notFound(`The named credential ${name}`));
}

function creator({ namespace }: Actor): string | undefined {
  return namespace === '' ? undefined : namespace;
}

function withIds<T>(actor: Actor, parts: readonly T[]): readonly (T & { readonly id: string })[] {
  return parts.map((part) => ({ ...part, id: actor.newId('part') }));
}

function checkName(name: string): void {
  if (!NAME.test(name)) refuse('INVALID_INPUT', `${name} is not a valid developer name.`);
}

function checkUrl(url: string): void {
  if (!/^https?:\/\/[^/\s]+/i.test(url)) refuse('INVALID_INPUT', `${url} is not a valid callout URL.`);
}

function duplicate(kind: string, name: string): never {
  refuse('DUPLICATE_VALUE', `The ${kind} ${name} already exists.`);
}
