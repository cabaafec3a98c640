import { event, faultScenario, state } from './builders';
import { all, endsIn, honest, neverPresented, noneRevoked, renewed } from './expectations';
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
      inject: () => [event('F25', 'rebind')],
      expect: all(endsIn('Idle', 'Changed', 'Dead'), noneRevoked)
    }),
    name: 'rebound'
  },
  faultScenario({
    title: 'the org is a copy: foreign, shredded, never presented',
    fault: 'F32',
    shape: { copied: true },
    inject: () => [],
    expect: all(endsIn('Foreign'), neverPresented, noneRevoked)
  }),
  {
    ...faultScenario({
      title: 'the provider cannot be asked: kept until the access token has ended, presented once more at most',
      fault: 'F05',
      shape: { introspection: 'blind' },
      inject: () => [
        {
          kind: 'provider',
          id: 'F05',
          rule: {
            match: { endpoint: 'token', grantType: 'refresh_token' },
            occurrence: 1,
            action: { kind: 'drop', processed: false }
          }
        }
      ],
      expect: all(endsIn('Idle', 'InDoubt', 'Dead'), honest)
    }),
    name: 'blind',
    quiet: { rounds: 12, minutes: 16 }
  }
];
