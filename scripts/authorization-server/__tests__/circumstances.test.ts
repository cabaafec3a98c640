import { Bench, DAY, pairOf } from './support';

describe('circumstances that bar a refresh', () => {
  it.each([
    ['frozen', 'inactive_user', 'user is inactive'],
    ['inactive', 'invalid_grant', 'authentication failure']
  ] as const)('says so for a user who is %s, and spends nothing', (status, error, description) => {
    const bench = new Bench();
    const { access, refresh } = bench.grant();
    bench.server.configureUser('admin@tokenward.test', { status });

    expect(bench.refresh(refresh).body).toEqual({ error, error_description: description });
    expect(bench.api(access).status).toBe(401);
    bench.server.configureUser('admin@tokenward.test', { status: 'active' });
    expect(bench.refresh(refresh).status).toBe(200);
    expect(bench.api(access).status).toBe(200);
  });

  it('says so for a locked organization', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.configureOrganization({ status: 'locked' });

    expect(bench.refresh(refresh).body['error']).toBe('inactive_org');
  });

  it.each([
    ['192.0.2.7', 400],
    ['10.1.2.3', 200],
    ['::ffff:10.1.2.3', 200],
    ['2001:db8::5', 200],
    ['2001:db9::5', 400],
    ['', 400]
  ])('lets address "%s" refresh with %i', (address, status) => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.configureClient('app', { addresses: ['198.51.100.1', '10.0.0.0/8', '2001:db8::/32'] });
    bench.address = address;
    const answer = bench.refresh(refresh);

    expect(answer.status).toBe(status);
    expect(answer.body['error_description']).toBe(status === 200 ? undefined : 'ip restricted');
  });

  it('applies the allowlist to codes too, and uses none up', () => {
    const bench = new Bench({ addresses: ['10.0.0.1', '10.0.0.2'] });
    const code = bench.code();

    expect(bench.exchange(code).body['error_description']).toBe('ip restricted');
    bench.address = '10.0.0.2';
    expect(bench.exchange(code).status).toBe(200);
  });

  it('hands out the new instance URL once the organization has moved', () => {
    const bench = new Bench();
    const { refresh } = bench.grant();
    bench.server.configureOrganization({ instanceUrl: 'https://moved.example.test' });

    expect(bench.refresh(refresh).body['instance_url']).toBe('https://moved.example.test');
  });
});

describe('lifetimes', () => {
  it('lets a refresh token die of idleness, counted from the last refresh', () => {
    const bench = new Bench();
    let { refresh } = bench.grant();
    bench.clock.advance(30 * DAY - 1);
    refresh = pairOf(bench.refresh(refresh)).refresh;
    bench.clock.advance(30 * DAY);

    expect(bench.refresh(refresh).body['error_description']).toBe('expired access/refresh token');
    expect(bench.outcomes()).toEqual(['issued', 'rotated', 'denied']);
  });

  it('slides without rotation too', () => {
    const bench = new Bench({ rotation: 'off', idleSeconds: 100 });
    const { refresh } = bench.grant();
    const statuses = [99_000, 99_000, 100_000].map((wait) => {
      bench.clock.advance(wait);
      return bench.refresh(refresh).status;
    });

    expect(statuses).toEqual([200, 200, 400]);
  });

  it('never ends a refresh token that has neither limit', () => {
    const bench = new Bench({ idleSeconds: null });
    const { refresh } = bench.grant();
    bench.clock.advance(3_650 * DAY);

    expect(bench.refresh(refresh).status).toBe(200);
  });

  it('ends a grant at its lifetime, however busy', () => {
    const bench = new Bench({ lifetimeSeconds: 100 });
    let { refresh } = bench.grant();
    bench.clock.advance(99_000);
    refresh = pairOf(bench.refresh(refresh)).refresh;
    bench.clock.advance(1_000);

    expect(bench.refresh(refresh).status).toBe(400);
  });
});

describe('approvals', () => {
  it('evicts the oldest at the sixth, and nobody else', () => {
    const bench = new Bench();
    const pairs = Array.from({ length: 6 }, () => bench.grant());

    expect(bench.families().map(({ ended }) => ended)).toEqual(['evicted', null, null, null, null, null]);
    expect(pairs.map(({ refresh }) => bench.refresh(refresh).status)).toEqual([400, 200, 200, 200, 200, 200]);
  });

  it('counts per user', () => {
    const users = [{ username: 'odd@example.test' }, { username: 'even@example.test' }];
    const bench = new Bench({ approvalsPerUser: 1 }, { users });
    const odd = bench.grant();
    bench.grant({ login_hint: 'even@example.test' });

    expect(bench.refresh(odd.refresh).status).toBe(200);
  });

  it('counts neither dead approvals nor those without a refresh token', () => {
    const bench = new Bench({ approvalsPerUser: 2 });
    const [living, dead] = [bench.grant(), bench.grant()];
    bench.post('revoke', { token: dead.refresh });
    bench.exchange(bench.code({ scope: 'api' }));
    bench.grant();

    expect(bench.refresh(living.refresh).status).toBe(200);
  });
});
