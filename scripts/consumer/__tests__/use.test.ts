import { ConsumerWorld, consumerProgram, RESOURCE, USER_SETS } from '../consumer-world';

const program = consumerProgram();

describe('a consumer outside of the namespace', () => {
  test('sends with the permission set to use and the permission of the connection, and with nothing else', () => {
    const org = new ConsumerWorld(program);
    expect(org.call('Orders.fetch', ['erp', RESOURCE], org.user('nobody', ...USER_SETS))).toBe('200');
  });

  test('waits with the same two, and runs as soon as there is a token', () => {
    const org = new ConsumerWorld(program);
    expect(org.call('Orders.fetchLater', ['erp', RESOURCE], org.user('nobody', ...USER_SETS))).toBe('queued');
    expect(org.notes('ready')[0]).toMatch(/^200 /);
  });

  test.each([
    ['neither', []],
    ['the permission set to use only', ['Tokenward_User']],
    ['the permission of the connection only', ['Erp_User']]
  ])('with %s gets a typed exception, and nothing travels or waits', (_what, sets) => {
    const org = new ConsumerWorld(program);
    const user = org.user('nobody', ...sets);
    const before = org.world.server.journal.entries().length;
    expect(org.call('Orders.fetch', ['erp', RESOURCE], user)).toBe('PermissionException');
    expect(org.call('Orders.fetchLater', ['erp', RESOURCE], user)).toBe('PermissionException');
    expect(org.world.server.journal.entries()).toHaveLength(before);
    expect(org.notes('ready')).toEqual([]);
  });

  test('administering the org and the package is no permission of the connection', () => {
    const org = new ConsumerWorld(program);
    const admin = org.world.org.user(({ alias }) => alias === 'admin', 'admin');
    expect(org.call('Orders.fetch', ['erp', RESOURCE], admin)).toBe('PermissionException');
  });

  test('loses it with the assignment, five minutes later at most', () => {
    const org = new ConsumerWorld(program);
    const user = org.user('nobody', ...USER_SETS);
    expect(org.call('Orders.fetch', ['erp', RESOURCE], user)).toBe('200');
    const store = org.world.org.data.store;
    for (const [id] of store.table('PermissionSetAssignment').entries()) {
      const row = store.table('PermissionSetAssignment').get(id);
      if (String(row?.['AssigneeId']) !== user.id) continue;
      if (String(row?.['PermissionSetId']) === erpUser(org)) {
        store.apply([{ object: 'PermissionSetAssignment', id, row: undefined }]);
      }
    }
    org.world.clock.advance(301_000);
    expect(org.call('Orders.fetch', ['erp', RESOURCE], user)).toBe('PermissionException');
  });

  test('names a permission of the package in full, its own without a prefix', () => {
    const org = new ConsumerWorld(program);
    const user = org.user('nobody', ...USER_SETS);
    const holds = (name: string): string => org.call('Intruder.holds', [name], user);
    expect(['Use_Erp', 'tokenward__Tokenward_Use', 'Tokenward_Use'].map(holds)).toEqual(['true', 'true', 'false']);
  });
});

function erpUser(org: ConsumerWorld): string {
  return String(org.rows('PermissionSet').find((row) => row['Name'] === 'Erp_User')?.['Id']);
}
