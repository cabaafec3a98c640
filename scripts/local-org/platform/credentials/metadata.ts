import type { ComponentMetadata } from '../../project/model';
import type { ExternalCredential, Header, NamedCredential, Parameter, Principal, PrincipalType } from './model';

/** Gives a definition or a part of one its id. */
export type NewId = (kind: 'external' | 'named' | 'part') => string;

type Data = Readonly<Record<string, unknown>>;

/** What an externalCredential-meta.xml file says. */
export function externalFromMetadata(
  component: ComponentMetadata,
  namespace: string,
  newId: NewId
): ExternalCredential {
  const parameters = list(component.data['externalCredentialParameters']);
  const variant = parameters.find((data) => text(data['parameterType']) === 'AuthProtocolVariant');
  return {
    id: newId('external'),
    namespace,
    developerName: component.name,
    label: text(component.data['label']) || component.name,
    createdBy: undefined,
    protocol: text(component.data['authenticationProtocol']),
    variant: variant && text(variant['parameterValue']),
    principals: parameters.filter(isPrincipal).map((data) => principal(data, parameters, newId)),
    headers: parameters
      .filter((data) => text(data['parameterType']) === 'AuthHeader')
      .map((data) => header(data, newId)),
    parameters: []
  };
}

/** What a namedCredential-meta.xml file says. */
export function namedFromMetadata(component: ComponentMetadata, namespace: string, newId: NewId): NamedCredential {
  const { data } = component;
  const parameters = list(data['namedCredentialParameters']);
  const ofType = (type: string): readonly Data[] => parameters.filter((entry) => text(entry['parameterType']) === type);
  const external = text(ofType('Authentication')[0]?.['externalCredential']);
  return {
    id: newId('named'),
    namespace,
    developerName: component.name,
    label: text(data['label']) || component.name,
    createdBy: undefined,
    url: text(ofType('Url')[0]?.['parameterValue']) || text(data['endpoint']),
    type: text(data['namedCredentialType']) || 'SecuredEndpoint',
    description: null,
    externalCredential: external === '' ? undefined : withPrefix(external, namespace),
    enabled: text(data['calloutStatus']) !== 'Disabled',
    mergeInBody: text(data['allowMergeFieldsInBody']) === 'true',
    mergeInHeader: text(data['allowMergeFieldsInHeader']) === 'true',
    generatesAuthorization: text(data['generateAuthorizationHeader']) !== 'false',
    headers: ofType('HttpHeader').map((entry) => header(entry, newId)),
    parameters: ofType('AllowedManagedPackageNamespaces').map((entry) => parameter(entry, newId))
  };
}

const PRINCIPALS: readonly string[] = ['NamedPrincipal', 'PerUserPrincipal'] satisfies PrincipalType[];

function isPrincipal(data: Data): boolean {
  return PRINCIPALS.includes(text(data['parameterType']));
}

/** Parameters of a principal are in its group. */
function principal(data: Data, all: readonly Data[], newId: NewId): Principal {
  const group = text(data['parameterGroup']);
  return {
    id: newId('part'),
    name: text(data['parameterName']),
    type: text(data['parameterType']) as PrincipalType,
    sequence: Number(text(data['sequenceNumber']) || 1),
    parameters: all
      .filter((entry) => text(entry['parameterType']) === 'AuthParameter' && text(entry['parameterGroup']) === group)
      .map((entry) => parameter(entry, newId))
  };
}

function header(data: Data, newId: NewId): Header {
  return {
    id: newId('part'),
    name: text(data['parameterName']),
    value: text(data['parameterValue']),
    sequence: Number(text(data['sequenceNumber']) || 1)
  };
}

function parameter(data: Data, newId: NewId): Parameter {
  return {
    id: newId('part'),
    name: text(data['parameterName']),
    type: text(data['parameterType']),
    value: text(data['parameterValue']) || null,
    description: text(data['description']) || null
  };
}

function withPrefix(name: string, namespace: string): string {
  return namespace === '' || name.includes('__') ? name : `${namespace}__${name}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly Data[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return entries.filter((entry) => typeof entry === 'object' && entry !== null).map((entry) => ({ ...entry }));
}
