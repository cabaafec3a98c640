import { Bench } from './support';

const HOUR = 3_600_000;

describe('API', () => {
  it('answers 200 to a live token and says INVALID_SESSION_ID to any other', () => {
    const bench = new Bench();
    const { access } = bench.grant();

    expect(bench.api('unknown')).toMatchObject({
      status: 401,
      text: '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]'
    });
    expect(bench.api(access)).toMatchObject({ status: 200, body: { preferred_username: 'admin@tokenward.test' } });
    expect(bench.api(access, '/api/anything?q=1').status).toBe(200);
  });

  it.each([
    ['/services/Soap/u/65.0', 500, 'INVALID_SESSION_ID'],
    ['/services/async/65.0/job', 400, 'InvalidSessionId'],
    ['/services/oauth2/userinfo', 403, 'Bad_OAuth_Token'],
    ['/id/00D000000000001EAA/005000000000001AAA', 403, 'Bad_OAuth_Token']
  ])('refuses in the words of %s', (path, status, text) => {
    const bench = new Bench();

    expect(bench.api('unknown', path)).toMatchObject({ status, text: expect.stringContaining(text) });
    expect(bench.api(bench.grant().access, path).status).toBe(200);
  });

  it('answers 404 where there is no endpoint', () => {
    expect(new Bench().send('GET', '/services/oauth2/device').status).toBe(404);
  });
});

describe('sessions', () => {
  it('expire after their timeout', () => {
    const bench = new Bench();
    const { access } = bench.grant();
    bench.clock.advance(2 * HOUR);

    expect(bench.api(access).status).toBe(401);
  });

  it('are prolonged by use in the second half of the timeout only', () => {
    const bench = new Bench();
    const [early, late] = [bench.grant().access, bench.grant().access];
    bench.clock.advance(HOUR - 1);
    bench.api(early);
    bench.clock.advance(1);
    bench.api(late);
    bench.clock.advance(HOUR);

    expect(bench.api(early).status).toBe(401);
    expect(bench.api(late).status).toBe(200);
  });

  it('stay as they are where the server does not slide them', () => {
    const bench = new Bench({}, { sessionsSlide: false });
    const { access } = bench.grant();
    bench.clock.advance(HOUR);
    bench.api(access);
    bench.clock.advance(HOUR);

    expect(bench.api(access).status).toBe(401);
  });

  it('outlive a rotation', () => {
    const bench = new Bench();
    const first = bench.grant();
    bench.refresh(first.refresh);

    expect(bench.api(first.access).status).toBe(200);
  });

  it('lose nothing that lives when the dead are swept out', () => {
    const bench = new Bench({ rotation: 'off', sessionSeconds: 60 });
    const { refresh, access } = bench.grant();
    for (let i = 0; i < 4_200; i++) {
      bench.clock.advance(20);
      bench.refresh(refresh);
    }

    const live = bench.families()[0]?.liveAccessTokens.length;
    expect(live).toBe(3_000);
    expect(bench.api(access).status).toBe(401);
  });
});
