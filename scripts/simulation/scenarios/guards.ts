import { atProvider, event, faultScenario, state } from './builders';
import {
  all,
  endsIn,
  honest,
  honestUnlessBlind,
  neverPresented,
  noneRevoked,
  nothingUnsavable,
  nothingWhilePaused,
  renewed,
  shredded
} from './expectations';
import type { Scenario } from './scenario';

/** What must keep a token from being presented at all. */
export const GUARDS: readonly Scenario[] = [
  {
    ...faultScenario({
      title: 'the org is read-only: no callout whose result could not be saved; renewed afterwards',
      fault: 'F03',
      inject: () => [state('F03', 'read-only')],
      expect: all(renewed, noneRevoked)
    }),
    name: 'read-only'
  },
  {
    ...faultScenario({
      title: 'the record names another client: not presented until somebody authorizes again',
      fault: 'F25',
      inject: () => [state('F25', 'rebound')],
      expect: all(endsIn('Changed'), neverPresented)
    }),
    name: 'rebound'
  },
  {
    ...faultScenario({
      title: 'the org becomes read-only in mid-flight: what was spent is saved later, nothing else is spent',
      fault: 'F03',
      inject: () => [event('F03', 'read-only begins')],
      expect: all(nothingUnsavable, endsIn('Idle', 'Dead'), honest, noneRevoked)
    }),
    name: 'read-only-begins'
  },
  {
    ...faultScenario({
      title: 'an admin pauses one or all in mid-flight: what is in flight lands, nothing else is presented',
      fault: 'F26',
      inject: (draw) => [event('F26', draw.pick(['pause', 'pause all']))],
      punctual: true,
      expect: all(nothingWhilePaused, endsIn('Idle', 'Waiting'), honest, noneRevoked)
    }),
    name: 'paused',
    quiet: { rounds: 2, minutes: 16 }
  },
  faultScenario({
    title: 'the org is a copy: foreign, shredded, never presented',
    fault: 'F32',
    shape: { copied: true },
    inject: () => [],
    expect: all(endsIn('Foreign'), shredded, neverPresented, noneRevoked)
  }),
  {
    ...faultScenario({
      title: 'the provider cannot be asked: kept until the access token has ended, presented once more at most',
      fault: 'F05',
      shape: { introspection: 'blind', age: 60 },
      inject: (draw) => [
        {
          kind: 'provider',
          lasting: true,
          id: 'F05',
          rule: {
            match: { endpoint: 'token', grantType: 'refresh_token' },
            occurrence: draw.pick([1, { from: 1, through: 2 }]),
            action: { kind: 'drop', processed: draw.next() < 0.5 }
          }
        }
      ],
      punctual: true,
      expect: all(endsIn('Idle', 'InDoubt', 'Dead'), honestUnlessBlind)
    }),
    name: 'blind',
    quiet: { rounds: 14, minutes: 16 }
  },
  {
    ...faultScenario({
      title: 'a person asks again and again while the provider cannot be asked: the access token is not put at risk',
      fault: 'F05',
      shape: { introspection: 'blind', age: 60 },
      inject: (draw) => [atProvider('F05', { kind: 'drop', processed: draw.next() < 0.5 })],
      punctual: true,
      expect: all(endsIn('Idle', 'InDoubt', 'Dead'), honestUnlessBlind),
      quiet: { rounds: 20, minutes: 8, impatient: true }
    }),
    name: 'blind-impatient'
  }
];
