import type { Place } from '../faults/injection';
import { CUSTODY } from '../world/custody';
import { atProvider, event, faultScenario, inApex, KILL, LIMIT, thrown } from './builders';
import { all, endsIn, honest, noneRevoked, nothingTwice, presentedOnce, renewed } from './expectations';

const JOB = 'RotationJob';
const FINALIZER = 'RotationFinalizer';

const BEFORE_SENDING: readonly Place[] = [
  { transaction: JOB, point: 'transaction.start' },
  { transaction: JOB, point: 'query', subject: CUSTODY },
  { transaction: JOB, point: 'callout.before' }
];

const AFTER_ANSWER: readonly Place[] = [
  { transaction: JOB, point: 'callout.after' },
  { transaction: JOB, point: 'dml.before', subject: CUSTODY },
  { transaction: JOB, point: 'dml.after', subject: CUSTODY },
  { transaction: JOB, point: 'commit.before' }
];

const SAVING: readonly Place[] = AFTER_ANSWER.slice(1);

const FAILING_FINALIZER: readonly Place[] = [
  { transaction: FINALIZER, point: 'finalizer.start' },
  { transaction: FINALIZER, point: 'query', subject: CUSTODY },
  { transaction: FINALIZER, point: 'dml.before', subject: CUSTODY },
  { transaction: FINALIZER, point: 'commit.before' }
];

/** Jobs that die, at every point that matters. */
export const DEATHS = [
  faultScenario({
    title: 'the job is killed before it sends: nothing was spent, the grant is renewed later',
    fault: 'F01',
    inject: (draw) => [inApex('F01', draw.pick(BEFORE_SENDING), KILL)],
    expect: all(renewed, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the job is killed between answer and save: the pair is gone, and that is said without another presentation',
    fault: 'F02',
    inject: (draw) => [
      ...(draw.next() < 0.3 ? [atProvider('F05', { kind: 'drop', processed: false })] : []),
      // Before the pair is noted a limit is as deadly as a kill, but the finalizer still knows that something was sent.
      draw.next() < 0.4
        ? inApex('F02', { transaction: JOB, point: 'callout.after' }, LIMIT)
        : inApex('F02', draw.pick(AFTER_ANSWER), KILL)
    ],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'saving fails: the finalizer saves the pair',
    fault: 'F03',
    inject: (draw) => [inApex('F03', draw.pick(SAVING), draw.pick([LIMIT, thrown('System.DmlException')]))],
    expect: all(renewed, presentedOnce, noneRevoked)
  }),
  faultScenario({
    title: 'saving fails and so does the finalizer: saved later, or called dead',
    fault: 'F04',
    inject: (draw) => [
      inApex('F03', draw.pick(SAVING), LIMIT),
      inApex('F04', draw.pick(FAILING_FINALIZER), draw.pick([LIMIT, KILL, thrown('System.DmlException')]))
    ],
    expect: all(endsIn('Idle', 'Dead'), honest, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the holder of the lease is gone before it has begun: the lease becomes a doubt, and the grant is renewed',
    fault: 'F20',
    inject: () => [inApex('F20', { transaction: JOB, point: 'transaction.start' }, KILL)],
    expect: all(renewed, presentedOnce, noneRevoked)
  }),
  faultScenario({
    title: 'the holder counts as gone and comes back: it finds itself superseded',
    fault: 'F21',
    inject: () => [event('F21', 'jobs are forgotten', 25 * 3_600_000)],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'announcements die: the grant is renewed all the same',
    fault: 'F23',
    inject: (draw) => [
      inApex('F23', { transaction: 'AnnounceJob', point: 'query' }, draw.pick([LIMIT, thrown('System.QueryException')]))
    ],
    expect: all(renewed, presentedOnce, noneRevoked)
  }),
  faultScenario({
    title: 'a foreign transaction holds the row for minutes: a chain of save jobs carries the pair',
    fault: 'F31',
    inject: (draw) => [
      event('F31', 'hold the row', draw.whole(30, 110) * 1000),
      atProvider('F07', { kind: 'delay', ms: draw.whole(0, 12_000) })
    ],
    expect: all(renewed, presentedOnce, noneRevoked)
  })
];
