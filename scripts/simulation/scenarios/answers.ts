import type { FaultAction } from '../../authorization-server';
import type { TransportFailure } from '../../local-org/contracts/transport';
import { atProvider, faultScenario, state } from './builders';
import { all, endsIn, honest, noneRevoked, nothingTwice, notSoonerThan, renewed } from './expectations';
import type { Draw } from './scenario';

const UNREACHABLE: readonly TransportFailure[] = [
  { kind: 'connection-refused', detail: 'refused' },
  { kind: 'unknown-host', detail: 'no such host' },
  { kind: 'tls', detail: 'unable to find valid certification path' }
];

function lost(draw: Draw): FaultAction {
  const processed = draw.next() < 0.5;
  return draw.pick<FaultAction>([
    { kind: 'drop', processed },
    { kind: 'reset', processed },
    { kind: 'truncate', how: 'connection' }
  ]);
}

const RETRY_AFTER = [undefined, '5', '120', '259200', '99999999999', 'Wed, 25 Nov 2026 07:28:00 GMT', 'garbage'];

function busy(draw: Draw): FaultAction {
  const retryAfter = draw.pick(RETRY_AFTER);
  return {
    kind: 'answer',
    processed: false,
    status: draw.pick([429, 500, 502, 503, 504]),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    body: draw.pick(['', '{"error":"temporarily_unavailable"}', 'Service Unavailable'])
  };
}

const SHORTEST_BACKOFF_MS = 15_000;

const UNUSABLE: readonly FaultAction[] = [
  { kind: 'truncate', how: 'body' },
  { kind: 'html', processed: true },
  { kind: 'html', processed: false },
  { kind: 'answer', processed: true, status: 200, body: '' },
  { kind: 'answer', processed: true, status: 200, body: '{}' },
  { kind: 'answer', processed: true, status: 200, body: '{"refresh_token":"half a pair"}' },
  { kind: 'answer', processed: false, status: 302, body: '' },
  { kind: 'answer', processed: true, status: 403, body: '<html></html>', contentType: 'text/html' }
];

function refusal(error: string, description: string, status = 400): FaultAction {
  return {
    kind: 'answer',
    processed: false,
    status,
    body: JSON.stringify({ error, error_description: description })
  };
}

const CONFIGURATION = [
  refusal('invalid_client', 'invalid client credentials'),
  refusal('invalid_client_id', 'client identifier invalid'),
  refusal('unauthorized_client', 'app not approved'),
  refusal('invalid_scope', 'scope'),
  refusal('unsupported_grant_type', 'grant type not supported'),
  refusal('invalid_grant', 'ip restricted'),
  refusal('inactive_user', 'user is inactive'),
  refusal('inactive_org', 'organization is locked'),
  refusal('invalid_grant', 'inactive user'),
  refusal('invalid_app_access', 'external app must be installed')
];

const DEADLY = [
  refusal('invalid_grant', 'expired access/refresh token'),
  refusal('invalid_grant', 'user hasn’t approved this consumer'),
  refusal('invalid_grant', 'authentication failure')
];

const CONTENTION = refusal('invalid_grant', 'token request is already being processed');

/** What providers answer, or fail to. */
export const ANSWERS = [
  faultScenario({
    title: 'the answer is lost: asked without presenting, then renewed or called dead',
    fault: 'F05',
    inject: (draw) => [atProvider('F05', lost(draw))],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'the provider cannot be reached: nothing was sent, tried again later',
    fault: 'F06',
    inject: (draw) => [{ kind: 'wire', id: 'F06', failure: draw.pick(UNREACHABLE), occurrence: 1 }],
    expect: all(renewed, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the provider takes its time: nobody else presents meanwhile',
    fault: 'F07',
    inject: (draw) => [atProvider('F07', { kind: 'delay', ms: draw.whole(5_000, 17_000) })],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'the provider is slower than the callout may be: in doubt, not presented again',
    fault: 'F08',
    inject: (draw) => [atProvider('F08', { kind: 'delay', ms: draw.whole(20_000, 90_000) })],
    expect: all(endsIn('Idle', 'Dead'), honest, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'the provider is busy or broken: waits as long as it is told, an hour at most',
    fault: 'F14',
    inject: (draw) => [atProvider('F14', busy(draw))],
    expect: all(renewed, noneRevoked, notSoonerThan(SHORTEST_BACKOFF_MS))
  }),
  {
    ...faultScenario({
      title: 'a person asks again and again while the provider wants to be left alone: it is',
      fault: 'F14',
      inject: () => [
        atProvider('F14', { kind: 'answer', processed: false, status: 429, retryAfter: '3000', body: '' })
      ],
      punctual: true,
      quiet: { rounds: 20, minutes: 4, impatient: true },
      expect: all(renewed, noneRevoked, notSoonerThan(3_000_000))
    }),
    name: 'f14-impatient'
  },
  faultScenario({
    title: 'rotation is off: the old refresh token stays',
    fault: 'F15',
    inject: () => [state('F15', 'rotation is off')],
    quiet: { rounds: 16, minutes: 16, renewals: 2 },
    expect: all(renewed, noneRevoked)
  }),
  faultScenario({
    title: 'the answer is unusable, or repeats the old token',
    fault: 'F16',
    inject: (draw) => [draw.next() < 0.2 ? state('F16', 'token is echoed') : atProvider('F16', draw.pick(UNUSABLE))],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'the provider refuses the app or the user: waits for the admin, nothing is spent',
    fault: 'F17',
    inject: (draw) => [atProvider('F17', draw.pick(CONFIGURATION))],
    expect: all(endsIn('Idle', 'Waiting'), honest, noneRevoked)
  }),
  {
    ...faultScenario({
      title: 'the provider refuses the grant: dead once, never presented again',
      fault: 'F17',
      inject: (draw) => [atProvider('F17', draw.pick(DEADLY))],
      punctual: true,
      expect: all(endsIn('Dead'), nothingTwice, noneRevoked)
    }),
    name: 'f17-refused'
  },
  {
    ...faultScenario({
      title: 'the provider says that somebody is presenting the token now: no death',
      fault: 'F17',
      inject: () => [atProvider('F17', CONTENTION)],
      expect: all(renewed, noneRevoked)
    }),
    name: 'f17-contended'
  },
  {
    ...faultScenario({
      title: 'the provider repeats the token in its error: it is found nowhere',
      fault: 'F40',
      inject: (draw) => [
        atProvider('F40', {
          kind: 'answer',
          processed: false,
          status: 400,
          body: JSON.stringify({
            error: draw.pick(['invalid_grant', 'invalid_client', 'invalid_grant {token}']),
            error_description: 'expired {token}'
          })
        })
      ],
      expect: all(endsIn('Idle', 'Waiting', 'Dead'), noneRevoked)
    }),
    searched: true
  },
  {
    ...faultScenario({
      title: 'a person asks again and again while a lost request may still arrive: it waits all the same',
      fault: 'F43',
      inject: (draw) => [atProvider('F43', { kind: 'late', ms: draw.whole(20, 840) * 1000 })],
      quiet: { rounds: 12, minutes: 4, impatient: true },
      expect: all(endsIn('Idle', 'Dead'), honest, nothingTwice, noneRevoked)
    }),
    name: 'impatient'
  },
  faultScenario({
    title: 'the request is processed minutes after it was given up: nothing is presented sooner',
    fault: 'F43',
    inject: (draw) => [atProvider('F43', { kind: 'late', ms: draw.whole(20, 840) * 1000 })],
    expect: all(endsIn('Idle', 'Dead'), honest, nothingTwice, noneRevoked)
  }),
  faultScenario({
    title: 'one provider is slow: the others are renewed in the meantime',
    fault: 'F42',
    shape: { connections: 3 },
    inject: (draw) => [atProvider('F42', { kind: 'delay', ms: draw.whole(10_000, 17_000) })],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'the clocks of provider and org differ by minutes: no presentation by clock alone',
    fault: 'F12',
    inject: (draw) => [state('F12', 'provider clock is off', draw.pick([-300_000, 300_000]))],
    expect: all(endsIn('Idle'), honest, noneRevoked)
  })
];
