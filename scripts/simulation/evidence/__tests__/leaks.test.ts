import { observed } from '../observed';
import { compileEvidence } from '../subject';

const program = compileEvidence('Leaks');
const OUTCOME = 'record tokenward__Connection__c.tokenward__Outcome__c';

describe('the search for secrets', () => {
  it.each([
    { place: 'debug log', found: 'debug log: refresh token' },
    { place: 'record', found: `${OUTCOME}: access token` },
    { place: 'record, encoded', found: `${OUTCOME}: client secret` },
    { place: 'record, cut', found: `${OUTCOME}: refresh token` },
    { place: 'event', found: 'event tokenward__Connection_Changed__e: access token' },
    { place: 'cache key', found: 'cache key: refresh token' },
    { place: 'cache value', found: 'cache value: access token' },
    { place: 'error', found: 'error: access token' },
    { place: 'result', found: 'result: refresh token' },
    { place: 'job', found: 'job: access token' },
    { place: 'finalizer', found: 'finalizer: access token' },
    { place: 'status of a job', found: 'record AsyncApexJob.ExtendedStatus: access token' }
  ])('finds what a class leaks into: $place', ({ place, found }) => {
    const { subject, sinks } = observed(program);
    expect(sinks.leaks).toEqual([]);
    const { world, uid } = subject;
    sinks.tell(() => world.settle(world.request('Leaks', 'into(String,String)', [place, uid])));
    expect(sinks.leaks).toContain(found);
  });
});
