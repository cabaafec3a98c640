import { refreshApex } from '@salesforce/apex';
import getConnections from '@salesforce/apex/ConnectionsController.getConnections';
import status from '@salesforce/apex/SweepController.status';
import { called, wired } from 'console-test/apex';
import { all, mount, one, property, settle } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import { subscribe, unsubscribe } from 'lightning/empApi';
import ConnectionsPage from '../connectionsPage';

jest.mock(
  '@salesforce/apex/ConnectionsController.getConnections',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/ConnectionsController.timeline',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/DeliveryController.delivery',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/ConnectionsController.integrity',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex/SweepController.status', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

beforeEach(() => called(status).mockResolvedValue({ isOn: false, text: 'Off.' }));

async function show(...connections: readonly Apex.ConnectionView[]): Promise<HTMLElement> {
  const element = await mount('c-connections-page', ConnectionsPage);
  wired(getConnections).emit(connections);
  await settle();
  return element;
}

const chosen = (element: HTMLElement): unknown => property(one(element, 'c-rotation-timeline'), 'connection');

/** What the page subscribed with, called as the platform would. */
function publish(): void {
  const deliver = jest.mocked(subscribe).mock.calls[0]?.[2];
  deliver?.({ channel: '', data: { payload: {}, event: { replayId: 1 } } });
}

it('is loading until the connections come, accessibly', async () => {
  const element = await mount('c-connections-page', ConnectionsPage);
  expect(all(element, 'c-connection-list', 'c-loading-state')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('passes on an error, accessibly', async () => {
  const element = await mount('c-connections-page', ConnectionsPage);
  wired(getConnections).error({ message: 'No access.' });
  await settle();
  expect(all(element, 'c-connection-list', 'c-error-panel')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('shows that there are none, accessibly', async () => {
  const element = await show();
  expect(all(element, 'c-connection-list', 'c-empty-state')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('shows the timeline of the first connection, accessibly', async () => {
  const element = await show(WAITING, HEALTHY);
  expect(chosen(element)).toEqual(WAITING);
  await expect(element).toBeAccessible();
});

it('shows the timeline of the one that is chosen', async () => {
  const element = await show(WAITING, HEALTHY);
  all(element, 'c-connection-list', 'c-connection-tile', 'button')[1]?.click();
  await settle();
  expect(chosen(element)).toEqual(HEALTHY);
});

it('falls back to the first when the chosen one is gone', async () => {
  const element = await show(WAITING, HEALTHY);
  all(element, 'c-connection-list', 'c-connection-tile', 'button')[1]?.click();
  wired(getConnections).emit([WAITING]);
  await settle();
  expect(chosen(element)).toEqual(WAITING);
});

it('asks again when the refresh button is pressed', async () => {
  const element = await show(WAITING);
  one(element, 'c-connections-header', '[data-refresh]').click();
  await settle();
  expect(refreshApex).toHaveBeenCalledTimes(4);
  expect(status).toHaveBeenCalledTimes(2);
});

it('says that it is not live when the channel is refused', async () => {
  jest.mocked(subscribe).mockRejectedValueOnce(new Error('no access'));
  const element = await show(WAITING);
  expect(property(one(element, 'c-connections-header'), 'live')).toBe(false);
});

describe('when connections change', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for many changes', async () => {
    await show(WAITING);
    publish();
    publish();
    jest.advanceTimersByTime(1000);
    await settle();
    expect(refreshApex).toHaveBeenCalledTimes(4);
  });

  it('stops listening when it is left', async () => {
    const element = await show(WAITING);
    publish();
    element.remove();
    await settle();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
