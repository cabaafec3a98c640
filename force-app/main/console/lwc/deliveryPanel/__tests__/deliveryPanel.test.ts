import { refreshApex } from '@salesforce/apex';
import deliverNow from '@salesforce/apex/DeliveryController.deliverNow';
import delivery from '@salesforce/apex/DeliveryController.delivery';
import switchDelivery from '@salesforce/apex/DeliveryController.switchDelivery';
import { called, wired } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import DeliveryPanel from '../deliveryPanel';

jest.mock(
  '@salesforce/apex/DeliveryController.delivery',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/apex/DeliveryController.switchDelivery', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DeliveryController.deliverNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const OFF: Apex.DeliveryView = {
  isOn: false,
  state: 'Off',
  stateText: 'Off',
  text: 'Not delivered.',
  endpoint: 'callout:Tokenward_erp',
  notices: [],
  isPending: false,
  mayChange: true
};
const DELIVERED: Apex.DeliveryView = {
  ...OFF,
  isOn: true,
  state: 'Delivered',
  stateText: 'Delivered',
  text: 'It is there.',
  generation: 7,
  deliveredAt: '2026-05-01T11:00:00.000Z'
};
const HINDERED: Apex.DeliveryView = {
  ...DELIVERED,
  state: 'Problem',
  notices: [
    { text: 'Switch callouts on.', page: '/lightning/setup/NamedCredential/home', linkText: 'Open' },
    { text: 'Wait.' }
  ]
};
const OBSERVED: Apex.DeliveryView = { ...DELIVERED, mayChange: false, refusal: 'You may look.' };
const PENDING: Apex.DeliveryView = { ...DELIVERED, state: 'Waiting', isPending: true };

async function show(
  view?: Apex.DeliveryView,
  connection: Apex.ConnectionView | undefined = HEALTHY
): Promise<HTMLElement> {
  const element = await mount('c-delivery-panel', DeliveryPanel, { connection });
  if (view) wired(delivery).emit(view);
  await settle();
  return element;
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  one(element, selector).click();
  await settle();
}

it('asks to choose a connection when none is, accessibly', async () => {
  const element = await mount('c-delivery-panel', DeliveryPanel);
  expect(property(one(element, 'c-empty-state'), 'text')).toBe('c.Delivery_None_Text');
  await expect(element).toBeAccessible();
});

it('says that it is loading, accessibly', async () => {
  const element = await show();
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Delivery_Loading');
  await expect(element).toBeAccessible();
});

it('says why it could not be read, accessibly', async () => {
  const element = await show();
  wired(delivery).error({ message: 'No access.' });
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  expect(all(element, 'c-loading-state')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('explains what delivery is while it is off, accessibly', async () => {
  const element = await show(OFF);
  expect(texts(element, '[data-badge], [data-text]')).toEqual(['Off', 'Not delivered.']);
  expect(property(one(element, '[data-switch]'), 'label')).toBe('c.Delivery_Switch_On');
  expect(all(element, '[data-now], [data-endpoint]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('shows the endpoint, the generation and the time of what was delivered, accessibly', async () => {
  const element = await show(DELIVERED);
  expect(texts(element, '[data-endpoint], [data-generation]')).toEqual(['callout:Tokenward_erp', '7']);
  expect(property(one(element, 'c-moment'), 'value')).toBe(DELIVERED.deliveredAt);
  expect(all(element, '[data-notice]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('shows what is in the way, with a link where a click mends it, accessibly', async () => {
  const element = await show(HINDERED);
  expect(texts(element, '[data-notice]')).toEqual(['Switch callouts on.', 'Wait.']);
  expect(all(element, '[data-link]').map((link) => link.getAttribute('href'))).toEqual([
    '/lightning/setup/NamedCredential/home'
  ]);
  await expect(element).toBeAccessible();
});

it('shows an observer a switch that does nothing, and why, accessibly', async () => {
  const element = await show(OBSERVED);
  expect(property(one(element, '[data-switch]'), 'disabled')).toBe(true);
  expect(texts(element, '[data-refusal]')).toEqual(['You may look.']);
  expect(all(element, '[data-now]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it.each([
  ['on what is off', OFF, true],
  ['off what is on', DELIVERED, false]
])('switches %s, and reads it again', async (_what, view, isOn) => {
  called(switchDelivery).mockResolvedValue(view);
  const element = await show(view);
  await press(element, '[data-switch]');
  expect(switchDelivery).toHaveBeenCalledWith({ connectionId: HEALTHY.uid, isOn });
  expect(refreshApex).toHaveBeenCalledTimes(1);
});

it('delivers now', async () => {
  called(deliverNow).mockResolvedValue(DELIVERED);
  const element = await show(DELIVERED);
  await press(element, '[data-now]');
  expect(deliverNow).toHaveBeenCalledWith({ connectionId: HEALTHY.uid });
});

it('keeps the last known delivery on show when switching fails, until it is read again', async () => {
  called(switchDelivery).mockRejectedValue({ body: { message: 'Assign the permission set.' } });
  const element = await show(DELIVERED);
  await press(element, '[data-switch]');
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Assign the permission set.']);
  expect(texts(element, '[data-text]')).toEqual(['It is there.']);
  one(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
  await settle();
  expect(all(element, 'c-error-panel')).toHaveLength(0);
});

describe('while a delivery is under way', () => {
  /** So many looks that find no change. */
  async function passTime(times: number): Promise<void> {
    if (times === 0) return;
    jest.runOnlyPendingTimers();
    await settle();
    await passTime(times - 1);
  }

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks again, at most five times', async () => {
    await show(PENDING);
    await passTime(8);
    expect(refreshApex).toHaveBeenCalledTimes(5);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('looks again after somebody has asked for one, although nothing was pending', async () => {
    called(deliverNow).mockResolvedValue(DELIVERED);
    const element = await show(DELIVERED);
    await press(element, '[data-now]');
    await passTime(8);
    expect(refreshApex).toHaveBeenCalledTimes(4);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stops looking when it is left', async () => {
    const element = await show(PENDING);
    element.remove();
    await settle();
    expect(jest.getTimerCount()).toBe(0);
  });
});
