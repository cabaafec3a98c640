import type { LibraryEntry } from '../../contracts/library';
import { fieldsOf } from './values';

const PARAMETER = ['id', 'parameterName', 'parameterType', 'parameterValue', 'parameterDescription'];
const HEADER = ['id', 'headerName', 'headerValue', 'sequenceNumber'];
const OPTIONS = ['allowMergeFieldsInBody', 'allowMergeFieldsInHeader', 'generateAuthorizationHeader'];
const ADDRESS = ['authenticationProtocol', 'externalCredential', 'principalName', 'principalType', 'credentials'];
const PRINCIPAL = ['id', 'principalName', 'principalType', 'sequenceNumber', 'parameters'];
const EXTERNAL = [
  'authenticationProtocol', 'authenticationProtocolVariant', 'customHeaders', 'developerName', 'masterLabel',
  'parameters', 'principals'
]; // prettier-ignore
const NAMED = [
  'calloutOptions', 'calloutUrl', 'customHeaders', 'description', 'developerName', 'externalCredentials', 'masterLabel',
  'parameters', 'type', 'networkConnection'
]; // prettier-ignore

/** Types and their fields, as API version 65 has them. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  CredentialInput: [...ADDRESS, 'authenticationProtocolVariant'],
  Credential: [...ADDRESS, 'authenticationStatus'],
  CredentialValueInput: ['encrypted', 'value', 'revision'],
  CredentialValue: ['encrypted', 'value'],
  CredentialCustomHeaderInput: HEADER,
  CredentialCustomHeader: HEADER,
  ExternalCredentialParameterInput: PARAMETER,
  ExternalCredentialParameter: PARAMETER,
  NamedCredentialParameterInput: PARAMETER,
  NamedCredentialParameter: PARAMETER,
  ExternalCredentialPrincipalInput: PRINCIPAL,
  ExternalCredentialPrincipal: [...PRINCIPAL, 'authenticationStatus', 'principalAccess'],
  ExternalCredentialPrincipalAccess: ['developerName', 'id', 'type'],
  ExternalCredentialInput: EXTERNAL,
  ExternalCredential: [
    ...EXTERNAL,
    'authenticationStatus',
    'createdByNamespace',
    'id',
    'relatedNamedCredentials',
    'url'
  ],
  ExternalCredentialList: ['externalCredentials'],
  NamedCredentialCalloutOptionsInput: OPTIONS,
  NamedCredentialCalloutOptions: OPTIONS,
  NamedCredentialInput: NAMED,
  NamedCredential: [...NAMED, 'calloutStatus', 'createdByNamespace', 'id', 'url'],
  NamedCredentialList: ['namedCredentials']
};

export const connectFields: readonly (readonly LibraryEntry[])[] = Object.entries(TYPES).map(([name, fields]) =>
  fieldsOf(name, fields)
);
