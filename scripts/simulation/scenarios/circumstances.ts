import { atProvider, event, faultScenario, state } from './builders';
import { late } from './draw';
import { all, endsIn, honest, noGrantLeft, noneRevoked, nothingTwice, renewed } from './expectations';

const EXPIRED = {
  kind: 'answer',
  processed: false,
  status: 400,
  body: '{"error":"invalid_grant","error_description":"expired access/refresh token"}'
} as const;

/** What people and providers do to a grant while it is being renewed. */
export const CIRCUMSTANCES = [
  faultScenario({
    title: 'the clock jumps back: nothing waits for ever',
    fault: 'F13',
    inject: () => [event('F13', 'clock jumps', -3_600_000)],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  // Who authorizes before anything is presented leaves nobody to hear the refusal: mostly it comes late.
  late(
    'event',
    0.7,
    faultScenario({
      title: 'the loser hears invalid_grant while somebody has authorized again: the newer grant stays',
      fault: 'F18',
      punctual: true,
      inject: () => [atProvider('F18', EXPIRED), event('F27', 'authorize again')],
      expect: all(endsIn('Idle'), honest, noneRevoked)
    })
  ),
  faultScenario({
    title: 'the provider has revoked the grant: dead once, never presented again',
    fault: 'F19',
    inject: () => [event('F19', 'provider revokes')],
    expect: all(endsIn('Idle', 'Dead'), nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the connection is deleted or disconnected in mid-flight: nothing rises again, and no grant is left',
    fault: 'F26',
    punctual: true,
    inject: (draw) => [event('F26', draw.pick(['delete', 'disconnect']))],
    expect: all(endsIn('Empty'), noGrantLeft, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'somebody authorizes again in mid-flight: the newer grant wins',
    fault: 'F27',
    punctual: true,
    inject: () => [event('F27', 'authorize again')],
    expect: all(renewed, noneRevoked)
  }),
  {
    ...faultScenario({
      title: 'the client secret is changed in mid-flight: neither it nor the rotation is lost',
      fault: 'F27',
      punctual: true,
      inject: () => [event('F27', 'another client secret')],
      expect: all(renewed, noneRevoked)
    }),
    name: 'another-secret',
    quiet: { rounds: 10, minutes: 60, renewals: 2 }
  },
  faultScenario({
    title: 'the keys are lost: nothing that cannot be opened is presented, and that is said',
    fault: 'F28',
    inject: () => [event('F28', 'keys are lost')],
    expect: all(endsIn('Idle', 'Dead'), nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'a later approval evicts the grant',
    fault: 'F33',
    inject: () => [event('F33', 'a later approval evicts')],
    expect: all(endsIn('Idle', 'Dead'), nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the grant has died of idleness: dead once',
    fault: 'F34',
    inject: () => [state('F34', 'grant is idle')],
    expect: all(endsIn('Dead'), honest, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the user is frozen: waits for the admin, nothing is spent',
    fault: 'F35',
    inject: () => [event('F35', 'user is frozen')],
    expect: all(endsIn('Idle', 'Waiting', 'Dead'), noneRevoked)
  })
];
