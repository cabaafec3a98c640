import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { hostOf, txOf } from '../../platform/host';
import { asDataSession } from '../../platform/store/database';
import { argument, throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import { PlatformObject } from '../../runtime/object';
import type { ApexSet } from '../../runtime/set';
import { UnsupportedCall } from '../../runtime/unsupported';

type Text = string | null;

class CustomNotificationValue extends PlatformObject {
  readonly apexType = typeRef('Messaging.CustomNotification');
  typeId: Text = null;
  title: Text = null;
  body: Text = null;
  targetId: Text = null;
  targetPageRef: Text = null;
}

const MAX_RECIPIENTS = 500;
const USER_PREFIX = '005';

function refuse(message: string): never {
  throwApex('System.IllegalArgumentException', message);
}

function demand(value: Text, field: string): string {
  return value === null || value === '' ? refuse(`${field} is required to send a custom notification.`) : value;
}

/** Goes out when the transaction has committed; a test sends nothing. */
function send(rt: Runtime, self: CustomNotificationValue, users: ApexSet | null): void {
  const { org } = hostOf(rt);
  const tx = txOf(rt);
  if (tx.kind === 'anonymous' && !org.data.access(tx.session, tx.user).userPermission('SendCustomNotifications')) {
    refuse('The user needs the permission Send Custom Notifications where Apex runs in the context of the user.');
  }
  const typeId = demand(self.typeId, 'notificationTypeId');
  const row = asDataSession(tx.session).get('CustomNotificationType', ApexId.tryParse(typeId)?.value ?? '');
  if (!row) refuse(`${typeId} is no CustomNotificationType of this org.`);
  if (self.targetId === null && self.targetPageRef === null) refuse('Either targetId or targetPageRef is required.');
  const notification = {
    type: String(row['DeveloperName']),
    title: demand(self.title, 'title'),
    body: demand(self.body, 'body'),
    targetId: self.targetId ?? undefined,
    targetPageRef: self.targetPageRef ?? undefined,
    recipients: recipients(argument(users, 1)),
    senderId: tx.user.id,
    at: org.clock.now()
  };
  if (!tx.test) tx.afterCommit(() => org.notifications.deliver(notification));
}

function recipients(users: ApexSet): readonly string[] {
  const ids = users.items().map((item) => ApexId.tryParse(String(item)) ?? refuse(`${String(item)} is no recipient.`));
  if (ids.length === 0 || ids.length > MAX_RECIPIENTS) refuse(`1 to ${MAX_RECIPIENTS} recipients, not ${ids.length}.`);
  const other = ids.find((id) => id.keyPrefix !== USER_PREFIX);
  if (other) throw new UnsupportedCall('Messaging.CustomNotification', `send to ${other.value}, which is no user`);
  return ids.map(({ value }) => value);
}

function made(...texts: readonly Text[]): CustomNotificationValue {
  const value = new CustomNotificationValue();
  const [typeId = null, , title = null, body = null, targetId = null, targetPageRef = null] = texts;
  return Object.assign(value, { typeId, title, body, targetId, targetPageRef });
}

const set =
  (field: 'typeId' | 'title' | 'body' | 'targetId' | 'targetPageRef') =>
  (_rt: Runtime, self: CustomNotificationValue, value: Text): void => {
    self[field] = value;
  };

export const customNotification = implement(
  'Messaging.CustomNotification',
  {
    '<init>()': () => made(),
    '<init>(String,String,String,String,String,String)': (_rt, ...texts: readonly Text[]) => made(...texts),
    'setNotificationTypeId(String)': set('typeId'),
    'setTitle(String)': set('title'),
    'setBody(String)': set('body'),
    'setTargetId(String)': set('targetId'),
    'setTargetPageRef(String)': set('targetPageRef'),
    'send(Set<String>)': send
  },
  {
    fidelity: 'approximate',
    note: 'To users only, delivered when the transaction commits; types and texts of exceptions are not documented; hourly limits are not emulated.'
  }
);
