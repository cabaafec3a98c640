import { ApexDatetime } from '../../runtime/datetime';
import { throwApex } from '../../runtime/exceptions';
import { ApexId } from '../../runtime/id';
import type { SObjectValue } from '../../runtime/sobject';
import { strike } from '../faults';
import type { TransactionHost } from '../transaction/run';
import type { ApexTransaction } from '../transaction/transaction';

/**
 * EventBus.publish of one or more events of one object. Publish-immediately events are on the bus at once, whatever
 * becomes of the transaction, and do not stand in the way of a callout; the others are DML and wait for the commit.
 */
export function publishEvents(host: TransactionHost, rows: readonly SObjectValue[]): readonly string[] {
  const first = rows[0];
  if (!first) return [];
  const tx = host.tx as ApexTransaction;
  const object = host.org.schema.object(first.objectName, '');
  if (object?.kind !== 'event') {
    throwApex('System.TypeException', `EventBus.publish takes platform events: ${first.objectName} is none.`);
  }
  const immediate = object.publishBehavior === 'PublishImmediately';
  strike(host, 'publish', first.objectName);
  if (immediate) tx.limits.spend('publishImmediateDml', 1);
  else {
    tx.limits.spend('dmlStatements', 1);
    tx.limits.spend('dmlRows', rows.length);
    tx.markPending('dml');
  }
  return rows.map((row) => publishOne(host, tx, row, immediate));
}

function publishOne(host: TransactionHost, tx: ApexTransaction, row: SObjectValue, immediate: boolean): string {
  const { org } = host;
  const replayId = org.nextReplayId();
  const uuid = eventUuid(org.random.bytes(16));
  const delivered = row.copy(false);
  delivered.put('ReplayId', replayId);
  delivered.put('EventUuid', uuid);
  delivered.put('CreatedDate', new ApexDatetime(org.clock.now()));
  delivered.put('CreatedById', ApexId.parse(tx.user.id));
  const event = { replayId, objectName: row.objectName, row: delivered };
  const send = (): void => {
    org.events.publish(event);
    org.announce(row.objectName, delivered);
  };
  // A test's transaction never commits; its events reach the test's own bus, to be delivered there.
  if (tx.test) tx.test.events.publish(immediate ? event : { ...event, stands: tx.standing() });
  else if (immediate) send();
  else tx.afterCommit(send);
  return uuid;
}

function eventUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
