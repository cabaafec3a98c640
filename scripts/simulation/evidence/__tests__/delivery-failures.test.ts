import type { Refusal } from '../delivery';
import { Delivery, TARGET } from '../delivery';
import { compileWithSubscriber } from '../subscriber';

const program = compileWithSubscriber();
const CONNECT = 'ConnectApi.ConnectApiException';

/** Asserts on the same two moments, whatever went wrong: while it does, and after it has been mended. */
function expectToSurvive(delivery: Delivery, fail: () => void, mend: () => void, told: RegExp): void {
  delivery.rotate();
  const { custody } = delivery;
  const { presentations } = delivery.subject;
  fail();
  expect(delivery.custody).toBe(custody);
  expect(delivery.subject.presentations).toBe(presentations);
  expect(delivery.notices).toContainEqual(expect.stringMatching(told));
  mend();
  delivery.sinks.faults = undefined;
  delivery.subject.wait(2);
  delivery.subject.sweep();
  delivery.call();
  expect(delivery.seen.at(-1)).toBe(delivery.newest);
  expect(delivery.subject.custody.state).toBe('Idle');
  expect(delivery.sinks.leaks.filter((leak) => !leak.startsWith('record values of external'))).toEqual([]);
}

const nothing = (): void => undefined;

describe('a delivery that fails leaves custody as it is, is told, and is made up for', () => {
  const text = 'sensitive words of the platform';
  const write = 'patchCredential';
  test.each<[what: string, refusal: Refusal, told: RegExp]>([
    ['too many requests', { operation: write, type: 'ConnectApi.RateLimitException' }, /used up its API requests/],
    ['no such thing', { operation: write, type: 'ConnectApi.NotFoundException' }, /Tokenward_probe is not there/],
    [
      'no reason',
      { operation: write, type: CONNECT, errorCode: 'UNKNOWN_EXCEPTION' },
      /refused it \(UNKNOWN_EXCEPTION\)/
    ],
    ['invalid input', { operation: write, type: CONNECT, errorCode: 'INVALID_INPUT' }, /refused it \(INVALID_INPUT\)/],
    ['a code with words', { operation: write, type: CONNECT, errorCode: `CODE ${text}` }, /^Nothing was delivered/],
    [
      'the wrong kind of user',
      { operation: write, type: CONNECT, errorCode: 'API_DISABLED_FOR_ORG' },
      /use Connect API/
    ],
    [
      'a user without permission',
      { operation: write, type: CONNECT, errorCode: 'INSUFFICIENT_ACCESS' },
      /Manage Named/
    ],
    ['read-only', { operation: write, type: CONNECT, errorCode: 'READ_ONLY_MODE' }, /read-only mode/],
    [
      'a failing read',
      { operation: 'getNamedCredential', type: CONNECT, errorCode: 'BROKEN' },
      /refused it \(BROKEN\)/
    ],
    ['no exception of Connect API', { operation: write, type: 'System.NullPointerException' }, /System.NullPointer/]
  ])('%s', (_what, refusal, told) => {
    const delivery = Delivery.ready(program);
    expectToSurvive(
      delivery,
      () => {
        delivery.refuse({ ...refusal, message: text });
        delivery.subject.sweep();
        expect(delivery.notices.join()).not.toContain(text);
      },
      nothing,
      told
    );
  });

  test('a limit that nobody can catch', () => {
    const delivery = Delivery.ready(program);
    expectToSurvive(
      delivery,
      () => {
        delivery.sinks.faults = {
          at: delivery.striking(write, { kind: 'limit', message: 'Apex CPU time limit exceeded' })
        };
        delivery.subject.sweep();
      },
      nothing,
      /the job ended before its time/
    );
  });

  test('a platform that ends the job: nothing is told, and the next step of the sweep makes up for it', () => {
    const delivery = Delivery.ready(program);
    expectToSurvive(
      delivery,
      () => {
        delivery.sinks.faults = { at: delivery.striking(write, { kind: 'kill' }) };
        delivery.subject.sweep();
      },
      nothing,
      /^The sweep is off/
    );
  });

  test('a sweep as an automated user', () => {
    const delivery = Delivery.ready(program);
    expectToSurvive(
      delivery,
      () => delivery.sweepAs('autoproc'),
      nothing,
      /does not let Automated Process use Connect API/
    );
  });

  test('a sweep as a user who may not', () => {
    const delivery = Delivery.ready(program);
    expectToSurvive(delivery, () => delivery.sweepAs('nobody'), nothing, /give Ned Nobody a permission set/);
  });

  test('a named credential that somebody has deleted is created again, and waits for its clicks again', () => {
    const delivery = Delivery.ready(program);
    expectToSurvive(
      delivery,
      () => {
        delivery.subject.world.org.credentials.remove(TARGET);
        delivery.subject.sweep();
      },
      () => {
        delivery.subject.wait(2);
        delivery.subject.sweep();
        delivery.allowCallouts();
        delivery.grantAccess();
      },
      /Tokenward_probe is not there/
    );
  });

  test('one that somebody has pointed elsewhere gets no token, and loses the one it has', () => {
    const delivery = Delivery.ready(program);
    const { records } = delivery.subject.world.org.credentials;
    const named = records.named(TARGET);
    if (!named) throw new Error('The named credential was not created.');
    expectToSurvive(
      delivery,
      () => {
        records.putNamed({ ...named, url: 'https://elsewhere.example' });
        delivery.subject.sweep();
        expect(delivery.call()).toMatch(/couldn't access the credential/);
      },
      () => records.putNamed(named),
      /points to a host that is not one of this connection/
    );
  });
});

test('a name that is taken is left alone', () => {
  const delivery = new Delivery(program);
  delivery.refuse({ operation: 'createExternalCredential', type: CONNECT, errorCode: 'DUPLICATE_VALUE' });
  const { custody } = delivery;
  delivery.switchOn();
  expect(delivery.notices).toContainEqual(expect.stringMatching(/already a named or external credential/));
  expect(delivery.custody).toBe(custody);
});

test('a connection that fails keeps no other from being delivered', () => {
  const delivery = Delivery.ready(program);
  const other = delivery.addConnection('second');
  delivery.rotate();
  delivery.rotateOther(other, 1);
  let struck = 0;
  delivery.sinks.faults = {
    at: delivery.striking('patchCredential', () => {
      struck += 1;
      return struck === 1 ? { kind: 'exception', type: CONNECT, message: '', errorCode: 'FIRST' } : undefined;
    })
  };
  delivery.subject.sweep();
  expect(struck).toBe(2);
  expect(delivery.notices).toContainEqual(expect.stringMatching(/refused it \(FIRST\)/));
  expect(delivery.deliveredOf(other)).toBe(2);
});
