import { toBrowserEvent } from '../channels';

it('gives a browser the full names of a package, and leaves standard and foreign names alone', () => {
  const payload = { Connection_Uid__c: 'a01', other__State__c: 'x', CreatedDate: 'now' };
  expect(toBrowserEvent('ns', 3, 'Connection_Changed__e', payload)).toEqual({
    channel: '/event/ns__Connection_Changed__e',
    data: {
      payload: { ns__Connection_Uid__c: 'a01', other__State__c: 'x', CreatedDate: 'now' },
      event: { replayId: 3 }
    }
  });
});

it('qualifies nothing twice', () => {
  const { channel } = toBrowserEvent('ns', 1, '/event/ns__Connection_Changed__e', {});
  expect(channel).toBe('/event/ns__Connection_Changed__e');
});

it('leaves names as they are where there is no namespace', () => {
  expect(toBrowserEvent('', 1, 'A__e', { B__c: 1 })).toMatchObject({
    channel: '/event/A__e',
    data: { payload: { B__c: 1 } }
  });
});
