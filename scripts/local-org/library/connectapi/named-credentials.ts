import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import type { Actor } from '../../platform/credentials/actor';
import { reader, visible, writer } from '../../platform/credentials/actor';
import { createExternal, createNamed, demandExternal, demandNamed } from '../../platform/credentials/definitions';
import { ConnectApiFailure } from '../../platform/credentials/failure';
import type { PrincipalType } from '../../platform/credentials/model';
import { rowOf } from '../../platform/credentials/org-credentials';
import type { Found, ValuesDraft } from '../../platform/credentials/values';
import { createValues, deleteValues, patchValues, readValues, replaceValues } from '../../platform/credentials/values';
import { hostOf, txOf } from '../../platform/host';
import type { ApexEnumValue } from '../../runtime/enum';
import { argument } from '../../runtime/exceptions';
import type { ApexException } from '../../runtime/exceptions';
import type { ApexList } from '../../runtime/list';
import { connectFields } from './fields';
import { externalDraft, namedDraft, valuesDraft } from './inputs';
import { credentialOutput, externalOutput, namedOutput } from './outputs';
import type { ConnectValue } from './values';
import { output, outputs } from './values';

type Input = ConnectValue | null;

function write(operation: string, change: (actor: Actor, draft: ValuesDraft) => Found) {
  return (rt: Runtime, input: Input): ConnectValue => {
    const actor = writer(rt, operation);
    return credentialOutput(rt, change(actor, valuesDraft(argument(input, 1))));
  };
}

function newExternal(rt: Runtime, input: Input): ConnectValue {
  const actor = writer(rt, 'createExternalCredential');
  return externalOutput(rt, actor, createExternal(actor, externalDraft(argument(input, 1))));
}

function newNamed(rt: Runtime, input: Input): ConnectValue {
  const actor = writer(rt, 'createNamedCredential');
  const named = createNamed(actor, namedDraft(argument(input, 1)));
  hostOf(rt).org.data.insertSystemRow(txOf(rt).session, 'NamedCredential', rowOf(named));
  return namedOutput(named);
}

type Address = readonly [external: string | null, principal: string | null, type: ApexEnumValue | null];

function address([external, principal, type]: Address): Pick<ValuesDraft, 'externalCredential' | 'principal' | 'type'> {
  return {
    externalCredential: argument(external, 1),
    principal: argument(principal, 2),
    type: argument(type, 3).name as PrincipalType
  };
}

function getCredential(rt: Runtime, ...at: Address): ConnectValue {
  return credentialOutput(rt, readValues(reader(rt, 'getCredential'), address(at)));
}

function deleteCredential(rt: Runtime, ...args: readonly [...Address, names?: ApexList | null]): void {
  const [external, principal, type, names] = args;
  const actor = writer(rt, 'deleteCredential');
  deleteValues(actor, address([external, principal, type]), names?.items.map(String));
}

function getExternals(rt: Runtime): ConnectValue {
  const actor = reader(rt, 'getExternalCredentials');
  const found = visible(actor, actor.records.externals()).map((external) => externalOutput(rt, actor, external));
  return output('ExternalCredentialList', { externalCredentials: outputs('ExternalCredential', found) });
}

function getNamed(rt: Runtime): ConnectValue {
  const actor = reader(rt, 'getNamedCredentials');
  const found = visible(actor, actor.records.allNamed()).map(namedOutput);
  return output('NamedCredentialList', { namedCredentials: outputs('NamedCredential', found) });
}

function getExternal(rt: Runtime, name: string | null): ConnectValue {
  const actor = reader(rt, 'getExternalCredential');
  return externalOutput(rt, actor, demandExternal(actor, argument(name, 1)));
}

const NOTE =
  'No org has been asked: messages, error codes, the permissions needed for values, the missing prefix of what package code creates, and that a rollback takes writes back are assumptions. Rate limits are not emulated.';

const PRINCIPAL = 'String,String,ConnectApi.CredentialPrincipalType';

const methods = implement(
  'ConnectApi.NamedCredentials',
  {
    'createExternalCredential(ConnectApi.ExternalCredentialInput)': newExternal,
    'createNamedCredential(ConnectApi.NamedCredentialInput)': newNamed,
    'getExternalCredential(String)': getExternal,
    'getExternalCredentials()': getExternals,
    'getNamedCredential(String)': (rt, name: string | null) =>
      namedOutput(demandNamed(reader(rt, 'getNamedCredential'), argument(name, 1))),
    'getNamedCredentials()': getNamed,
    'createCredential(ConnectApi.CredentialInput)': write('createCredential', createValues),
    'patchCredential(ConnectApi.CredentialInput)': write('patchCredential', patchValues),
    'updateCredential(ConnectApi.CredentialInput)': write('updateCredential', replaceValues),
    [`getCredential(${PRINCIPAL})`]: getCredential,
    [`deleteCredential(${PRINCIPAL})`]: deleteCredential,
    [`deleteCredential(${PRINCIPAL},List<String>)`]: deleteCredential
  },
  { fidelity: 'approximate', note: NOTE }
);

/** A fault of the simulation has no code: it stands for a failure whose reason is unknown. */
const errorCode = implement('ConnectApi.ConnectApiException', {
  'getErrorCode()': (_rt, self: ApexException) =>
    self instanceof ConnectApiFailure ? self.errorCode : 'UNKNOWN_EXCEPTION'
});

export const namedCredentials: readonly (readonly LibraryEntry[])[] = [methods, errorCode, ...connectFields];
