import { assignPermissionSet } from '../../../local-org/platform/security/seed';
import { CostMeter } from '../../costs/meter';
import { Delivery, TARGET } from '../delivery';
import { compileWithSubscriber } from '../subscriber';

const program = compileWithSubscriber();
const ROTATIONS = 20;
/** The platform's own store of encrypted values, which nobody can read: the search does, and so it has to find them. */
const ENCRYPTED = 'record values of external credentials.values: access token';
const EMPTY = /couldn't access the credential/;

describe('delivery to a named credential', () => {
  test('a flow carries the newest token after each of 20 rotations and a sweep, and no token stands anywhere else', () => {
    const delivery = Delivery.ready(program);
    const { subject, sinks } = delivery;
    const first = subject.custody.generation;
    const carried: boolean[] = [];
    for (let i = 0; i < ROTATIONS; i += 1) {
      delivery.rotate();
      subject.sweep();
      sinks.tell(() => delivery.call());
      sinks.tell(() => delivery.console());
      carried.push(delivery.seen.length === 2 * (i + 1) && delivery.seen.at(-1) === delivery.newest);
    }
    expect(carried).toEqual(Array(ROTATIONS).fill(true));
    expect(new Set(delivery.seen).size).toBe(ROTATIONS);
    expect(subject.custody.generation).toBe(first + ROTATIONS);
    expect(delivery.console()).toMatchObject({ generation: first + ROTATIONS, isPending: false });
    expect(sinks.leaks).toEqual([ENCRYPTED]);
  });

  test('the flow is answered, and reads neither the header nor where the request went', () => {
    expect(Delivery.ready(program).call()).toMatch(/^200  callout:Tokenward_probe\/services\/data\/v65.0\/ /);
  });

  test('what the scheduled sweep rotates it delivers, without anybody at work and within its budget', () => {
    const delivery = Delivery.ready(program);
    const { subject } = delivery;
    const meter = new CostMeter();
    subject.world.org.watch = meter;
    const first = subject.custody.generation;
    subject.world.settle(subject.world.request('SweepController', 'switchOn()', []));
    subject.pass(600);
    const { generation } = subject.custody;
    expect([...meter.excesses]).toEqual([]);
    expect([...meter.costs.keys()]).toEqual(expect.arrayContaining(['sweep', 'step', 'delivery', 'deliveryEnd']));
    expect(generation).toBeGreaterThan(first + 3);
    expect(delivery.call()).toMatch(/^200 /);
    expect(delivery.seen.at(-1)).toBe(delivery.newest);
    expect(delivery.console()).toMatchObject({
      state: 'Delivered',
      generation,
      notices: []
    });
  });

  test('the console says which clicks are missing, until they are made', () => {
    const delivery = new Delivery(program);
    delivery.switchOn();
    const [switchedOff, closed] = delivery.console().notices;
    expect(switchedOff).toMatchObject({ page: '/lightning/setup/NamedCredential/home' });
    expect(switchedOff?.text).toMatch(/edit Tokenward_probe and select Enabled for Callouts/);
    expect(closed).toMatchObject({ page: '/lightning/setup/PermSets/home' });
    expect(closed?.text).toMatch(/add the principal Tokenward_probe - Connection/);
    expect(delivery.call()).toMatch(/couldn't access the endpoint/);
    delivery.allowCallouts();
    delivery.grantAccess();
    delivery.console('deliverNow(Id)');
    expect(delivery.notices).toEqual([expect.stringMatching(/^The sweep is off/)]);
    expect(delivery.call()).toMatch(/^200 /);
  });

  test('an observer looks, is told why not to switch, and cannot', () => {
    const delivery = Delivery.ready(program);
    const { org } = delivery.subject.world;
    const observer = org.user(({ alias }) => alias === 'observer', 'observer');
    assignPermissionSet(org.data, observer.id, 'Tokenward_Observer');
    expect(delivery.console(undefined, undefined, observer)).toMatchObject({
      isOn: true,
      refusal: expect.stringMatching(/permission set Tokenward Admin/) as string
    });
    expect(() => delivery.switchOn(observer)).toThrow(/Tokenward Admin/);
  });
});

describe('what ends a delivery', () => {
  const called = (delivery: Delivery, key: string, args: readonly unknown[]): unknown =>
    delivery.subject.world.settle(delivery.subject.world.request('DeliveryController', key, args));

  test('a disconnect takes the token out of the named credential', () => {
    const delivery = Delivery.ready(program);
    delivery.disconnect();
    expect(delivery.call()).toMatch(EMPTY);
    expect(delivery.console()).toMatchObject({ isOn: true, generation: null });
    expect(delivery.sinks.leaks).toEqual([ENCRYPTED]);
  });

  test('so does the switch', () => {
    const delivery = Delivery.ready(program);
    called(delivery, 'switchDelivery(Id,Boolean)', [delivery.id, false]);
    expect(delivery.call()).toMatch(EMPTY);
    expect(delivery.console()).toMatchObject({ isOn: false, state: 'Off', notices: [] });
  });

  test('a disconnect whose removal fails is a disconnect, and the sweep removes later', () => {
    const delivery = Delivery.ready(program);
    delivery.refuse({ operation: 'deleteCredential', type: 'ConnectApi.RateLimitException' });
    delivery.disconnect();
    expect(delivery.subject.custody.state).toBe('Empty');
    expect(delivery.notices).toContainEqual(expect.stringMatching(/API requests/));
    delivery.sinks.faults = undefined;
    delivery.subject.wait(2);
    delivery.subject.sweep();
    expect(delivery.call()).toMatch(EMPTY);
  });

  test('an authorization afterwards is delivered into the same named credential', () => {
    const delivery = Delivery.ready(program);
    delivery.disconnect();
    delivery.subject.authorizeAgain();
    delivery.subject.sweep();
    expect(delivery.call()).toMatch(/^200 /);
    expect(delivery.seen).toEqual([delivery.newest, delivery.newest]);
    expect(delivery.subject.world.org.credentials.records.allNamed()).toHaveLength(1);
    expect(delivery.subject.world.org.credentials.records.named(TARGET)?.enabled).toBe(true);
  });
});
