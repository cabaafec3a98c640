import type { Injection } from '../faults/injection';
import { atProvider, event, inApex, LIMIT } from '../scenarios/builders';
import type { ScriptLine } from '../explore/script';
import type { Shape } from '../world/base';
import { PLAIN } from '../world/base';
import type { Edit } from '../world/program';

/**
 * What the explicit-state model of the protocol finds when one of its guards is switched off: the shortest trace to
 * the disaster, in the model's own words, and the same course of events for the shipped Apex without that guard. The
 * model walks every interleaving of up to three jobs; these are data from it, so that the two can be compared.
 */
export interface Disaster {
  readonly name: string;
  /** The model's options; the guard in question is the one that is missing. */
  readonly options: string;
  readonly trace: string;
  /** Removes the guard from the Apex. */
  readonly edit: Edit;
  readonly shape: Shape;
  readonly injections: readonly Injection[];
  readonly script: readonly ScriptLine[];
  /** The rule that is broken without the guard. */
  readonly breaks: 'I5' | 'expected';
  /** In words, what the end has to be with the guard. */
  readonly end: 'renewed' | 'empty' | 'honest';
}

const CLASSES = 'force-app/main/rotation/classes';
const CUSTODY = 'Custody__c';
const TO_THE_END = 20;

const SETTLED: Edit = {
  file: `${CLASSES}/DoubtPolicy.cls`,
  find: 'return last == null || last.addMinutes(holdMinutes) <= Clock.now();',
  replace: 'return true;'
};

const to = (who: string, steps: number): ScriptLine => ({ who, steps });
const ASKED = to('worker 1', TO_THE_END);
/** Start, look at the row, the provider's answer, its time, hearing it. */
const CALLED = [to('RotationJob', 3), to('time passes', 1), to('RotationJob', 1)];

export const DISASTERS: readonly Disaster[] = [
  {
    name: 'no hold',
    options: 'introspect last',
    trace:
      'T1 lease · J0 start · J0 callout ok · J0 dies · sweep→InDoubt · last presentation · J1 start · J1 callout ok',
    edit: SETTLED,
    // A provider that cannot be asked, and an access token that has ended: the policy is the last presentation.
    shape: { ...PLAIN, introspection: 'blind' },
    injections: [
      inApex('F03', { transaction: 'RotationJob', point: 'dml.before', subject: CUSTODY }, LIMIT),
      event('F20', 'a sweep'),
      // The latch would answer for half a minute; the model has none, since nothing may depend on it.
      event('F22', 'evict the cache'),
      event('F20', 'a person asks'),
      event('F20', 'a person asks')
    ],
    script: [
      ASKED,
      ...CALLED,
      to('RotationJob', 1),
      to('a sweep', TO_THE_END),
      to('evict', 1),
      to('asks (4)', TO_THE_END),
      to('ProbeJob', TO_THE_END),
      to('asks (5)', TO_THE_END),
      to('start job', 1)
    ],
    breaks: 'I5',
    end: 'renewed'
  },
  {
    name: 'no settling of late requests',
    options: 'introspect last hold late',
    trace:
      "T1 lease · J0 start · J0 callout late · J0 timeout→InDoubt · last presentation · J1 start · J1 callout ok · provider processes J0's late request",
    edit: SETTLED,
    shape: PLAIN,
    injections: [
      atProvider('F43', { kind: 'late', ms: 120_000 }),
      event('F43', 'a person asks'),
      event('F43', 'a person asks')
    ],
    script: [
      ASKED,
      to('RotationJob', 3),
      to('time passes', 1),
      to('RotationJob', TO_THE_END),
      to('AnnounceJob', TO_THE_END),
      to('asks (2)', TO_THE_END),
      to('ProbeJob', TO_THE_END),
      to('asks (3)', TO_THE_END)
    ],
    breaks: 'I5',
    end: 'honest'
  },
  {
    name: 'no closing',
    options: 'introspect last hold disconnect',
    trace: 'T1 lease · J0 start · J0 callout ok · disconnect reads the token · J0 save · revoke what was read, erase',
    edit: {
      file: `${CLASSES}/RotationJob.cls`,
      find: 'if (flight.outlived && flight.sealedPair != null) {',
      replace: 'if (false) {'
    },
    shape: PLAIN,
    injections: [event('F26', 'disconnect')],
    script: [ASKED, ...CALLED, to('disconnect', TO_THE_END), to('RotationJob', TO_THE_END)],
    breaks: 'expected',
    end: 'empty'
  },
  {
    name: 'no seal in the finalizer',
    options: 'introspect last hold noseal',
    trace: 'T1 lease · J0 start · J0 callout ok · J0 dies · F0 finalizer',
    edit: {
      file: `${CLASSES}/RotationLog.cls`,
      find:
        'flight.sealedPair = sealedPair;\n        finalizer.note(flight);\n' +
        '        DueDates.stamp(flight, expiresIn, rule);\n        finalizer.note(flight);',
      replace: 'flight.sealedPair = sealedPair;\n        DueDates.stamp(flight, expiresIn, rule);'
    },
    shape: PLAIN,
    injections: [inApex('F03', { transaction: 'RotationJob', point: 'dml.before', subject: CUSTODY }, LIMIT)],
    script: [ASKED, ...CALLED, to('RotationJob', TO_THE_END)],
    breaks: 'expected',
    end: 'renewed'
  }
];
