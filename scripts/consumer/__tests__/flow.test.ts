import type { OrgUser } from '../../local-org/contracts/org';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { refreshes } from '../../simulation/evidence/journal';
import { ConsumerWorld, consumerProgram } from '../consumer-world';

const program = consumerProgram();
const REFRESH = 'tokenward.RefreshConnection';
const HEALTH = 'tokenward.ConnectionHealth';

/** A flow with an interview for each input, and all that follows from it within some minutes. */
function flow(org: ConsumerWorld, action: string, inputs: readonly unknown[], user: OrgUser) {
  const driver = org.world.schedule(() => 0, { until: org.world.clock.now() + 5 * 60_000 });
  const runner = driver.add(action, org.world.org.invocables.run(action, inputs, user));
  driver.run();
  const outcome = runner.value as Outcome<readonly Record<string, unknown>[]>;
  if (!outcome.ok) throw outcome.error;
  return outcome.value;
}

test('a flow of the org lists both actions by their labels', () => {
  const org = new ConsumerWorld(program);
  const labels = org.world.org.invocables.list().map(({ name, label }) => `${name}: ${label}`);
  expect(labels).toEqual([`${HEALTH}: Get Connection Health`, `${REFRESH}: Refresh Connection`]);
});

test('200 interviews refresh a connection once', () => {
  const org = new ConsumerWorld(program);
  const before = refreshes(org.world.server).length;
  const inputs = Array.from({ length: 200 }, (_, index) => ({ connection: index === 0 ? 'nobody' : 'erp' }));
  const results = flow(org, REFRESH, inputs, org.admin);
  expect(results).toHaveLength(200);
  expect(results[0]).toMatchObject({ connection: 'nobody', started: false, status: 'Unknown' });
  expect(results.slice(1).every(({ started, status }) => started === true && status === 'Pending')).toBe(true);
  expect(refreshes(org.world.server)).toHaveLength(before + 1);
});

test('an observer learns how 200 connections are doing, and may refresh none', () => {
  const org = new ConsumerWorld(program);
  const observer = org.user('observer', 'Tokenward_Observer', 'Flow_Runner');
  const inputs = Array.from({ length: 200 }, (_, index) => ({ connection: index === 0 ? 'nobody' : 'ERP' }));
  const results = flow(org, HEALTH, inputs, observer);
  expect(results[0]).toMatchObject({ answered: false });
  expect(results[199]).toMatchObject({ answered: true, usable: true, personNeeded: false, condition: 'Idle' });
  expect(org.secrets.in(JSON.stringify(results))).toBeUndefined();
  expect(flow(org, REFRESH, inputs, observer)[199]).toMatchObject({ started: false, status: 'Denied' });
});

test.each([
  [REFRESH, /permission set Tokenward Admin/],
  [HEALTH, /permission set Tokenward Observer/]
])('%s answers who may run the flow and nothing else in words', (action, expected) => {
  const org = new ConsumerWorld(program);
  const [result] = flow(org, action, [{ connection: 'erp' }], org.user('nobody', 'Flow_Runner'));
  expect(result?.['message']).toMatch(expected);
});

test.each([REFRESH, HEALTH])('%s is not even started without access to its class', (action) => {
  const org = new ConsumerWorld(program);
  expect(() => flow(org, action, [{ connection: 'erp' }], org.user('nobody'))).toThrow(/no access to the Apex class/);
});
