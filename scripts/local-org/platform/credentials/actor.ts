import type { Runtime } from '../../contracts/runtime';
import { throwApex } from '../../runtime/exceptions';
import { strike } from '../faults';
import { hostOf, txOf } from '../host';
import { asDataSession } from '../store/database';
import type { DataSession } from '../store/data-session';
import { refuse } from './failure';
import { belongsTo, nameOf } from './model';
import type { ExternalCredential, NamedCredential } from './model';
import type { NewId } from './metadata';
import { CredentialRecords } from './records';

/** Who calls ConnectApi: the running user, through code of a package or of none. */
export interface Actor {
  readonly records: CredentialRecords;
  readonly session: DataSession;
  readonly userId: string;
  /** Of the code that calls; '' for the subscriber's own. */
  readonly namespace: string;
  readonly newId: NewId;
}

/** The object that the fault hook hears of: a read is a query of it, a write a DML statement on it. */
const SUBJECT = 'UserExternalCredential';

export function reader(rt: Runtime, operation: string): Actor {
  strike(rt, 'query', SUBJECT, operation);
  return actor(rt, ['ManageNamedCredentials', 'CustomizeApplication', 'ViewSetup']);
}

/** Counts as a DML statement, and as uncommitted work. */
export function writer(rt: Runtime, operation: string): Actor {
  strike(rt, 'dml.before', SUBJECT, operation);
  const tx = txOf(rt);
  tx.limits.spend('dmlStatements', 1);
  const found = actor(rt, ['ManageNamedCredentials', 'CustomizeApplication']);
  if (tx.readOnly) refuse('READ_ONLY_MODE', 'The org is in read-only mode: credentials cannot be changed now.');
  tx.markPending('connect-api');
  return found;
}

/** Which permission reads or writes the values of a custom principal is not documented: these are the ones for definitions. */
function actor(rt: Runtime, permissions: readonly string[]): Actor {
  const { org } = hostOf(rt);
  const tx = txOf(rt);
  if (tx.user.userType === 'AutomatedProcess') {
    refuse('API_DISABLED_FOR_ORG', 'The Chatter Connect API is not enabled for this organization or user type.');
  }
  if (tx.test && !org.code.seesAllData()) {
    throwApex(
      'System.UnsupportedOperationException',
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
    );
  }
  const access = org.data.access(tx.session, tx.user);
  if (!permissions.some((permission) => access.userPermission(permission))) {
    refuse('INSUFFICIENT_ACCESS', `You do not have the permission to manage named credentials (${tx.user.username}).`);
  }
  const session = asDataSession(tx.session);
  return {
    records: new CredentialRecords(session),
    session,
    userId: tx.user.id,
    namespace: org.code.namespace(),
    newId: org.credentials.newId
  };
}

/** A definition that the calling package may touch. */
export function own<D extends ExternalCredential | NamedCredential>(actor: Actor, definition: D): D {
  if (belongsTo(actor.namespace, definition)) return definition;
  refuse(
    'INSUFFICIENT_ACCESS',
    `${nameOf(definition)} is neither part of the package ${actor.namespace} nor created by its Apex code.`
  );
}

export function visible<D extends ExternalCredential | NamedCredential>(actor: Actor, all: readonly D[]): readonly D[] {
  return all.filter((definition) => belongsTo(actor.namespace, definition));
}
