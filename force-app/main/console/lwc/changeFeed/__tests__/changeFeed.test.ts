import { settle } from 'console-test/page';
import { onError, subscribe, unsubscribe } from 'lightning/empApi';
import { openChangeFeed } from '../changeFeed';

jest.mock('@salesforce/schema/Connection__c', () => ({ default: { objectApiName: 'ns__Connection__c' } }), {
  virtual: true
});

it('listens on the channel of its own namespace, from now on', () => {
  openChangeFeed(jest.fn(), jest.fn());
  expect(subscribe).toHaveBeenCalledWith('/event/ns__Connection_Changed__e', -1, expect.any(Function));
});

it('hands over what changed', () => {
  const onChange = jest.fn();
  openChangeFeed(onChange, jest.fn());
  const deliver = jest.mocked(subscribe).mock.calls[0]?.[2];
  const payload = { ns__Connection_Uid__c: 'a01', ns__Generation__c: 8, ns__State__c: 'Idle' };
  deliver?.({ channel: '', data: { payload, event: { replayId: 1 } } });
  expect(onChange).toHaveBeenCalledWith({ uid: 'a01', generation: 8, state: 'Idle' });
});

it('tells when the subscription is refused', async () => {
  jest.mocked(subscribe).mockRejectedValueOnce(new Error('no access'));
  const onLost = jest.fn();
  openChangeFeed(jest.fn(), onLost);
  await settle();
  expect(onLost).toHaveBeenCalledWith(new Error('no access'));
});

it('tells when the channel breaks later', () => {
  const onLost = jest.fn();
  openChangeFeed(jest.fn(), onLost);
  expect(onError).toHaveBeenCalledWith(onLost);
});

it('unsubscribes even when it is closed before the subscription has come', async () => {
  const subscription = { channel: 'x' };
  jest.mocked(subscribe).mockResolvedValueOnce(subscription);
  openChangeFeed(jest.fn(), jest.fn())();
  await settle();
  expect(unsubscribe).toHaveBeenCalledWith(subscription);
});
