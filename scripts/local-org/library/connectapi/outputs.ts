import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import type { Actor } from '../../platform/credentials/actor';
import type {
  ExternalCredential,
  Header,
  NamedCredential,
  Parameter,
  Principal
} from '../../platform/credentials/model';
import { nameOf } from '../../platform/credentials/model';
import { grantsOfPrincipal } from '../../platform/credentials/principal-access';
import type { Found } from '../../platform/credentials/values';
import { hostOf } from '../../platform/host';
import { ApexMap } from '../../runtime/map';
import type { ConnectValue } from './values';
import { choice, output, outputs } from './values';

/** Salesforce cannot know whether values of a custom protocol are good. */
const STATUS = 'Unknown';

/** Encrypted values go in and never come out. */
export function credentialOutput(rt: Runtime, { external, stored }: Found): ConnectValue {
  const values = [...stored.values].map(
    ([name, { encrypted, value }]) =>
      [name, output('CredentialValue', { encrypted, value: encrypted ? null : value })] as const
  );
  return output('Credential', {
    authenticationProtocol: choice('CredentialAuthenticationProtocol', external.protocol),
    authenticationStatus: choice('CredentialAuthenticationStatus', STATUS),
    externalCredential: nameOf(external),
    principalName: stored.principal,
    principalType: choice('CredentialPrincipalType', stored.type),
    credentials: ApexMap.from(rt, typeRef('String'), typeRef('ConnectApi.CredentialValue'), values)
  });
}

export function namedOutput(named: NamedCredential): ConnectValue {
  const external = named.externalCredential;
  return output('NamedCredential', {
    ...definition(named),
    calloutOptions: output('NamedCredentialCalloutOptions', {
      allowMergeFieldsInBody: named.mergeInBody,
      allowMergeFieldsInHeader: named.mergeInHeader,
      generateAuthorizationHeader: named.generatesAuthorization
    }),
    calloutStatus: choice('CalloutStatus', named.enabled ? 'Enabled' : 'Disabled'),
    calloutUrl: named.url,
    description: named.description,
    externalCredentials: outputs(
      'ExternalCredential',
      external === undefined ? [] : [output('ExternalCredential', { developerName: external })]
    ),
    parameters: outputs(
      'NamedCredentialParameter',
      named.parameters.map((entry) => parameter('NamedCredentialParameter', 'NamedCredentialParameterType', entry))
    ),
    type: choice('NamedCredentialType', named.type)
  });
}

export function externalOutput(rt: Runtime, actor: Actor, external: ExternalCredential): ConnectValue {
  const related = actor.records.allNamed().filter((named) => named.externalCredential === nameOf(external));
  return output('ExternalCredential', {
    ...definition(external),
    authenticationProtocol: choice('CredentialAuthenticationProtocol', external.protocol),
    authenticationProtocolVariant: choice('CredentialAuthenticationProtocolVariant', external.variant),
    authenticationStatus: choice('CredentialAuthenticationStatus', STATUS),
    parameters: outputs('ExternalCredentialParameter', external.parameters.map(externalParameter)),
    principals: outputs(
      'ExternalCredentialPrincipal',
      external.principals.map((principal) => principalOutput(rt, actor, external, principal))
    ),
    relatedNamedCredentials: outputs('NamedCredential', related.map(namedOutput))
  });
}

function principalOutput(rt: Runtime, actor: Actor, external: ExternalCredential, principal: Principal): ConnectValue {
  const grants = grantsOfPrincipal(actor.session, hostOf(rt).org.data.projects, external, principal);
  return output('ExternalCredentialPrincipal', {
    id: principal.id,
    principalName: principal.name,
    principalType: choice('CredentialPrincipalType', principal.type),
    sequenceNumber: principal.sequence,
    authenticationStatus: choice('CredentialAuthenticationStatus', STATUS),
    parameters: outputs('ExternalCredentialParameter', principal.parameters.map(externalParameter)),
    principalAccess: outputs(
      'ExternalCredentialPrincipalAccess',
      grants.map(({ permissionSetId, name }) =>
        output('ExternalCredentialPrincipalAccess', {
          id: permissionSetId,
          developerName: name,
          type: choice('ExternalCredentialPrincipalAccessType', 'PermissionSet')
        })
      )
    )
  });
}

function definition(of: ExternalCredential | NamedCredential): Readonly<Record<string, unknown>> {
  return {
    id: of.id,
    developerName: nameOf(of),
    masterLabel: of.label,
    createdByNamespace: of.createdBy ?? null,
    customHeaders: outputs('CredentialCustomHeader', of.headers.map(headerOutput))
  };
}

function headerOutput({ id, name, value, sequence }: Header): ConnectValue {
  return output('CredentialCustomHeader', { id, headerName: name, headerValue: value, sequenceNumber: sequence });
}

function externalParameter(entry: Parameter): ConnectValue {
  return parameter('ExternalCredentialParameter', 'ExternalCredentialParameterType', entry);
}

function parameter(type: string, kinds: string, { id, name, type: kind, value, description }: Parameter): ConnectValue {
  return output(type, {
    id,
    parameterName: name,
    parameterType: choice(kinds, kind),
    parameterValue: value,
    parameterDescription: description
  });
}
