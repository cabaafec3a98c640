import type { PublishedEvent } from '../channels';
import { EventChannels, MAX_RETRIES } from '../channels';

function channelsWith(...ids: readonly string[]): EventChannels {
  const channels = new EventChannels();
  for (const id of ids) channels.publish(event(id));
  return channels;
}

function event(replayId: string, objectName = 'A__e'): PublishedEvent {
  return { replayId, objectName, row: {} };
}

const idsOf = (channels: EventChannels): readonly string[] => channels.pending().map(({ replayId }) => replayId);

test('a channel has one delivery at a time, and gets what came meanwhile afterwards', () => {
  const channels = channelsWith('1', '2');
  const delivery = channels.begin('A__e');
  channels.publish(event('3'));
  channels.publish(event('4', 'B__e'));
  expect(channels.ready()).toEqual(['B__e']);
  channels.end(delivery, { kind: 'done', resumeAfter: undefined });
  expect([channels.ready(), idsOf(channels)]).toEqual([
    ['A__e', 'B__e'],
    ['3', '4']
  ]);
});

test('events behind the checkpoint come again', () => {
  const channels = channelsWith('1', '2', '3');
  channels.end(channels.begin('A__e'), { kind: 'done', resumeAfter: '1' });
  expect(idsOf(channels)).toEqual(['2', '3']);
});

test('a failure without a checkpoint loses its batch', () => {
  const channels = channelsWith('1', '2');
  channels.end(channels.begin('A__e'), { kind: 'failed', resumeAfter: undefined });
  expect(channels.isEmpty()).toBe(true);
});

test('a retried batch says how often and why, until it is given up', () => {
  const channels = channelsWith('1', '2');
  for (let retry = 0; retry < MAX_RETRIES; retry += 1) {
    channels.end(channels.begin('A__e'), { kind: 'retry', message: `attempt ${retry}` });
  }
  const last = channels.begin('A__e');
  expect([last.retries, last.lastError, last.events.length]).toEqual([9, 'attempt 8', 2]);
  channels.end(last, { kind: 'retry', message: 'once more' });
  expect(channels.isEmpty()).toBe(true);
});

test('a batch has at most 2000 events', () => {
  const channels = channelsWith(...Array.from({ length: 2001 }, (_, n) => String(n)));
  channels.end(channels.begin('A__e'), { kind: 'done', resumeAfter: undefined });
  expect(idsOf(channels)).toEqual(['2000']);
});

test('an event whose publishing was undone is not delivered', () => {
  const channels = channelsWith('1');
  let stands = true;
  channels.publish({ ...event('2', 'B__e'), stands: () => stands });
  expect(channels.ready()).toEqual(['A__e', 'B__e']);
  stands = false;
  expect([channels.ready(), idsOf(channels)]).toEqual([['A__e'], ['1']]);
});
