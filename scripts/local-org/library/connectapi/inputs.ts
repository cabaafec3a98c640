import type { ExternalDraft, NamedDraft } from '../../platform/credentials/definitions';
import { refuse } from '../../platform/credentials/failure';
import type { Header, Parameter, PrincipalType, Secret } from '../../platform/credentials/model';
import type { ValuesDraft } from '../../platform/credentials/values';
import { ApexMap } from '../../runtime/map';
import { ConnectValue } from './values';

/** What code has put into the inputs, as the platform works with it. */
export function externalDraft(input: ConnectValue): ExternalDraft {
  return {
    developerName: input.text('developerName'),
    label: input.text('masterLabel'),
    protocol: input.choice('authenticationProtocol'),
    variant: input.optionalChoice('authenticationProtocolVariant'),
    headers: headers(input),
    parameters: parameters(input),
    principals: input.list('principals').map((principal, index) => ({
      name: principal.text('principalName'),
      type: principal.choice('principalType') as PrincipalType,
      sequence: Number(principal.get('sequenceNumber') ?? index + 1),
      parameters: parameters(principal)
    }))
  };
}

export function namedDraft(input: ConnectValue): NamedDraft {
  const [external, second] = input.list('externalCredentials');
  if (!external || second) refuse('INVALID_INPUT', 'A named credential needs exactly one external credential.');
  const options = input.get('calloutOptions');
  const flags = options instanceof ConnectValue ? options : new ConnectValue('NamedCredentialCalloutOptionsInput');
  return {
    developerName: input.text('developerName'),
    label: input.text('masterLabel'),
    url: input.text('calloutUrl'),
    type: input.choice('type'),
    description: input.optionalText('description'),
    externalCredential: external.text('developerName'),
    mergeInBody: flags.flag('allowMergeFieldsInBody'),
    mergeInHeader: flags.flag('allowMergeFieldsInHeader'),
    generatesAuthorization: flags.flag('generateAuthorizationHeader', true),
    headers: headers(input),
    parameters: parameters(input)
  };
}

export function valuesDraft(input: ConnectValue): ValuesDraft {
  return {
    externalCredential: input.text('externalCredential'),
    principal: input.text('principalName'),
    type: input.choice('principalType') as PrincipalType,
    protocol: input.choice('authenticationProtocol'),
    values: new Map(secrets(input.demand('credentials')))
  };
}

function* secrets(map: unknown): IterableIterator<[string, Secret]> {
  if (!(map instanceof ApexMap)) return;
  for (const { key, value } of map.entries()) {
    if (!(value instanceof ConnectValue)) refuse('INVALID_INPUT', `The credential ${String(key)} has no value.`);
    yield [String(key), { encrypted: value.demand('encrypted') === true, value: value.text('value') }];
  }
}

function headers(input: ConnectValue): readonly Omit<Header, 'id'>[] {
  return input.list('customHeaders').map((header, index) => ({
    name: header.text('headerName'),
    value: header.text('headerValue'),
    sequence: Number(header.get('sequenceNumber') ?? index + 1)
  }));
}

function parameters(input: ConnectValue): readonly Omit<Parameter, 'id'>[] {
  return input.list('parameters').map((parameter) => ({
    name: parameter.text('parameterName'),
    type: parameter.choice('parameterType'),
    value: parameter.optionalText('parameterValue'),
    description: parameter.optionalText('parameterDescription')
  }));
}
