import type { SchemaObject } from '../../project/schema-object';
import { ApexException, throwApex } from '../../runtime/exceptions';
import { UnsupportedCall } from '../../runtime/unsupported';
import { platformTx } from '../current';
import type { ObjectRight } from '../security/permissions';
import type { DmlContext } from './context';
import type { DmlItem } from './results';
import { failures } from './results';

/** Standard objects that Apex reads but never writes; everything else standard is writable as far as it is emulated. */
const READ_ONLY = new Set([
  'asyncapexjob', 'crontrigger', 'cronjobdetail', 'organization', 'profile', 'apexclass', 'apextrigger', 'oauthtoken',
  'authsession', 'loginhistory', 'connectedapplication', 'externalclientapplication', 'setupaudittrail',
  'entitydefinition', 'fielddefinition', 'userloginhistory', 'namedcredential', 'externalcredential', 'packagelicense',
  'publisher', 'recordtype', 'staticresource', 'custompermission', 'userpermissionaccess', 'userrecordaccess'
]); // prettier-ignore

const RIGHTS: Readonly<Record<string, readonly ObjectRight[]>> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['delete']
};

/** Throws where no row of the object could be written by this statement, whatever it holds. */
export function checkObject(context: DmlContext, object: SchemaObject): void {
  const { operation, code } = context.options;
  const hidden = object.protected && object.namespace !== code.namespace;
  const refused =
    hidden || object.kind === 'event' || object.kind === 'metadata' || READ_ONLY.has(object.name.toLowerCase());
  const denied = context.user && !(RIGHTS[operation] ?? []).every((right) => context.user?.object(object, right));
  if (refused || denied === true) {
    throwApex('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`);
  }
  refuseSideEffects(object, operation === 'upsert' ? ['insert', 'update'] : [operation]);
}

/** What the platform would do besides saving the row, and this one would leave out in silence. */
function refuseSideEffects(object: SchemaObject, operations: readonly string[]): void {
  const automation = object.automations.find((each) => each.operations.some((started) => operations.includes(started)));
  if (automation) throw new UnsupportedCall(object.name, automation.name);
  if (object.name === 'ContentVersion' && operations.includes('insert'))
    throw new UnsupportedCall(object.name, 'insert, which makes a ContentDocument');
}

/** In user mode every field that a row carries has to be writable; one exception names them all. */
export function checkFields(context: DmlContext, object: SchemaObject, items: readonly DmlItem[]): void {
  const { user } = context;
  const { operation } = context.options;
  if (!user || operation === 'delete' || operation === 'undelete') return;
  const message = `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`;
  for (const item of items) {
    const denied = object
      .fields()
      .filter((field) => item.row.isSet(field.name) && (field.createable || field.updateable))
      .filter((field) => !user.field(object, field, 'edit'))
      .map((field) => field.name);
    if (denied.length > 0) item.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, denied);
  }
  const failed = items.filter((item) => item.failed);
  if (failed.length === 0 || !context.options.allOrNone) return;
  const exception = new ApexException('System.DmlException', message);
  exception.dml = failures(failed);
  throw exception;
}

const SETUP = new Set([
  'user', 'userrole', 'group', 'groupmember', 'queuesobject', 'permissionset', 'permissionsetassignment',
  'objectpermissions', 'fieldpermissions', 'setupentityaccess', 'permissionsetgroup'
]); // prettier-ignore

/** A new user without a role, and a change of a user that leaves these fields alone, go with everything. */
const MIXING_FIELDS = ['UserRoleId', 'IsActive', 'ForecastEnabled', 'IsPortalEnabled', 'Username', 'ProfileId'];

function mixesFreely({ name, kind }: SchemaObject, items: readonly DmlItem[]): boolean {
  if (kind === 'setting-list' || kind === 'setting-hierarchy') return true;
  if (name !== 'User') return false;
  return items.every(({ row }) =>
    row.id === null ? row.get('UserRoleId') === null : !MIXING_FIELDS.some((field) => row.isSet(field))
  );
}

interface Mix {
  setup: string | undefined;
  other: string | undefined;
}

/** What kinds of objects were written in a scope of a transaction: System.runAs begins anew. */
const mixes = new WeakMap<object, Mix>();

export function checkMixedDml(context: DmlContext, object: SchemaObject, items: readonly DmlItem[]): void {
  const { dmlScope } = platformTx(context.rt);
  const mix = mixes.get(dmlScope) ?? { setup: undefined, other: undefined };
  mixes.set(dmlScope, mix);
  if (mixesFreely(object, items)) return;
  const isSetup = SETUP.has(object.name.toLowerCase());
  const clash = isSetup ? mix.other : mix.setup;
  if (clash !== undefined) {
    const message =
      `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ` +
      `${object.name}, original object: ${clash}`;
    for (const item of items) item.fail('MIXED_DML_OPERATION', message);
  } else if (isSetup) mix.setup = object.name;
  else mix.other = object.name;
}
