import { liveThrough } from '../busy';
import type { Observed } from '../observed';
import { observed } from '../observed';
import type { SecretKind } from '../secrets';
import { compileEvidence } from '../subject';

const program = compileEvidence();

describe('after a life with every kind of trouble', () => {
  let life: Observed;
  beforeAll(() => {
    life = observed(program);
    liveThrough(life);
  });

  it('no secret stands anywhere but sealed', () => {
    expect(life.sinks.leaks).toEqual([]);
  });

  it('records hold sealed texts only in the fields that are made for them', () => {
    const fields = life.sinks.sealedPlaces.filter((place) => place.startsWith('record '));
    expect(fields).toContain('record tokenward__Custody__c.tokenward__Payload__c');
    expect(fields.filter((field) => !field.endsWith('.tokenward__Payload__c'))).toEqual([]);
  });

  it.each<SecretKind>(['access token', 'refresh token', 'authorization code', 'code verifier', 'client secret'])(
    'the search knew what to look for: %s',
    (kind) => {
      expect(life.secrets.count(kind)).toBeGreaterThanOrEqual(kind === 'client secret' ? 1 : 10);
    }
  );

  it('the search had something to look at in every place', () => {
    expect(life.sinks.places).toEqual(
      expect.arrayContaining([
        'record AsyncApexJob.ExtendedStatus',
        'record tokenward__Rotation_Event__c.tokenward__Text__c',
        'event tokenward__Refresh_Wanted__e',
        'event tokenward__Connection_Changed__e',
        'cache key',
        'cache value',
        'job',
        'finalizer',
        'error',
        'result',
        'journal'
      ])
    );
  });

  it('the grant lives', () => {
    life.subject.wait(2);
    life.subject.ask();
    expect(life.subject.custody.state).toBe('Idle');
    expect(life.subject.holdsLiveToken).toBe(true);
  });
});
