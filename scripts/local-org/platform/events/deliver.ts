import type { Waiting } from '../../contracts/effect';
import { typeRef } from '../../contracts/type-ref';
import { ApexException } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { KilledError } from '../../runtime/unsupported';
import { failureText } from '../apex-failure';
import type { Enclosing } from '../async/enclosing';
import { sharedWith } from '../async/enclosing';
import type { TransactionHost } from '../transaction/run';
import { runTransaction } from '../transaction/run';
import type { ApexTransaction, EventContext } from '../transaction/transaction';
import type { Delivery, DeliveryOutcome, EventChannels } from './channels';

/**
 * Runs the Apex triggers of one event object on its next batch, as Automated Process unless another user is configured.
 * All triggers of the object share the transaction.
 */
export function deliverEvents(host: TransactionHost, objectName: string, enclosing?: Enclosing): Waiting<void> {
  // Begun at once, not on the first resume: what is taken must not be offered again.
  const channels = enclosing ? enclosing.test.events : host.org.events;
  return deliver(host, channels, channels.begin(objectName), enclosing);
}

function* deliver(
  host: TransactionHost,
  channels: EventChannels,
  delivery: Delivery,
  enclosing: Enclosing | undefined
): Waiting<void> {
  const { objectName } = delivery;
  const eventContext: EventContext = {
    retries: delivery.retries,
    lastError: delivery.lastError,
    resumeAfter: undefined
  };
  const shared = enclosing ? sharedWith(enclosing) : {};
  const user = host.org.eventUsers.get(objectName) ?? host.org.automatedProcess;
  const outcome = yield* runTransaction(
    host,
    { kind: 'event-trigger', subject: objectName, user, eventContext, ...shared },
    (tx) => runTriggers(host, tx, delivery)
  );
  channels.end(delivery, outcome.ok ? done(eventContext) : afterFailure(outcome.error, eventContext));
}

function* runTriggers(host: TransactionHost, tx: ApexTransaction, delivery: Delivery): Waiting<void> {
  const rows = delivery.events.map((event) => event.row);
  tx.triggerFrames.push({
    operation: 'insert',
    before: false,
    newList: new ApexList(typeRef(`Schema.${delivery.objectName}`), rows),
    newMap: null,
    oldList: null,
    oldMap: null,
    size: rows.length
  });
  for (const trigger of host.classes.triggers(delivery.objectName)) yield* trigger.run(host);
  tx.triggerFrames.pop();
}

function done(context: EventContext): DeliveryOutcome {
  return { kind: 'done', resumeAfter: context.resumeAfter };
}

/**
 * RetryableException brings the whole batch again, and so does a request that the platform ended; after any other
 * failure a checkpoint decides what is left.
 */
function afterFailure(error: unknown, context: EventContext): DeliveryOutcome {
  if (error instanceof KilledError) return { kind: 'retry', message: failureText(error) };
  if (error instanceof ApexException && error.apexType === 'EventBus.RetryableException') {
    return { kind: 'retry', message: failureText(error) };
  }
  return { kind: 'failed', resumeAfter: context.resumeAfter };
}
