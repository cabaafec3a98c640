import type { LimitKind, TransactionKind } from '../../../contracts/transaction';
import { LimitError } from '../../../runtime/unsupported';
import { CpuMeter } from '../cpu';
import { limitCounters } from '../limits';

const allowed = (transaction: TransactionKind, ...kinds: LimitKind[]): readonly number[] =>
  kinds.map((kind) => limitCounters(transaction).allowed(kind));

test.each<[TransactionKind, readonly number[]]>([
  ['queueable', [200, 1, 12_000_000, 60_000, 50]],
  ['aura', [100, 50, 6_000_000, 10_000, 50]],
  ['scheduled', [100, 50, 6_000_000, 10_000, 50]],
  ['event-trigger', [100, 50, 6_000_000, 10_000, 50]],
  ['finalizer', [100, 1, 12_000_000, 10_000, 50]],
  ['batch', [200, 1, 12_000_000, 60_000, 0]],
  ['future', [200, 1, 12_000_000, 60_000, 0]]
])('%s may use queries, jobs, heap, CPU and futures: %p', (kind, limits) => {
  expect(allowed(kind, 'queries', 'queueableJobs', 'heapSize', 'cpuTime', 'futureCalls')).toEqual(limits);
});

test('the last one allowed is fine, the next is a limit error that names it', () => {
  const limits = limitCounters('aura');
  limits.spend('callouts', 100);
  expect(limits.used('callouts')).toBe(100);
  expect(() => limits.spend('callouts', 1)).toThrow(new LimitError('Too many callouts: 101'));
});

test('one kind does not use up another', () => {
  const limits = limitCounters('aura');
  limits.spend('dmlRows', 10_000);
  expect(() => limits.spend('queryRows', 10_000)).not.toThrow();
});

test('a thousand statements are a millisecond, and probes reach the recorder', () => {
  const lines: number[] = [];
  let spent = 0;
  const meter = new CpuMeter({ hit: (_file, line) => lines.push(line) }, (ms) => (spent += ms));
  for (let line = 0; line < 2_999; line += 1) meter.hit(0, line);
  expect([spent, lines.length, lines[2_998]]).toEqual([2, 2_999, 2_998]);
});
