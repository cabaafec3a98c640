import status from '@salesforce/apex/SweepController.status';
import switchOff from '@salesforce/apex/SweepController.switchOff';
import switchOn from '@salesforce/apex/SweepController.switchOn';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import SweepSwitch from '../sweepSwitch';

jest.mock('@salesforce/apex/SweepController.status', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SweepController.switchOn', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SweepController.switchOff', () => ({ default: jest.fn() }), { virtual: true });

const OFF: Apex.SweepStatus = { isOn: false, text: 'It is off.' };
const ON: Apex.SweepStatus = { isOn: true, text: 'It is on.', nextRun: '2026-05-01T11:00:00.000Z' };

async function show(now: Promise<Apex.SweepStatus>): Promise<HTMLElement> {
  called(status).mockReturnValue(now);
  return mount('c-sweep-switch', SweepSwitch);
}

async function press(element: HTMLElement): Promise<void> {
  one(element, 'lightning-button').click();
  await settle();
}

it('says that it is loading, accessibly', async () => {
  const element = await show(new Promise(() => undefined));
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Sweep_Loading');
  await expect(element).toBeAccessible();
});

it('explains that it is off and knows no next run, accessibly', async () => {
  const element = await show(Promise.resolve(OFF));
  expect(texts(element, '[data-badge], [data-text]')).toEqual(['c.Sweep_Is_Off', 'It is off.']);
  expect(all(element, 'c-moment')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('explains that it is on and when it runs next, accessibly', async () => {
  const element = await show(Promise.resolve(ON));
  expect(texts(element, '[data-badge], [data-text]')).toEqual(['c.Sweep_Is_On', 'It is on.']);
  expect(property(one(element, 'c-moment'), 'value')).toBe(ON.nextRun);
  await expect(element).toBeAccessible();
});

it('offers an observer nothing to switch', async () => {
  const element = await show(Promise.resolve({ ...OFF, mayChange: false }));
  expect(texts(element, '[data-badge]')).toEqual(['c.Sweep_Is_Off']);
  expect(all(element, 'lightning-button')).toHaveLength(0);
});

it('says why it could not be read, accessibly', async () => {
  const element = await show(Promise.reject({ body: { message: 'No access.' } }));
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  expect(all(element, 'c-loading-state')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('switches on what is off', async () => {
  called(switchOn).mockResolvedValue(ON);
  const element = await show(Promise.resolve(OFF));
  await press(element);
  expect(texts(element, '[data-text]')).toEqual(['It is on.']);
  expect(switchOff).not.toHaveBeenCalled();
});

it('switches off what is on', async () => {
  called(switchOff).mockResolvedValue(OFF);
  const element = await show(Promise.resolve(ON));
  await press(element);
  expect(texts(element, '[data-text]')).toEqual(['It is off.']);
  expect(switchOn).not.toHaveBeenCalled();
});

it('keeps the last known status on show when switching fails', async () => {
  called(switchOn).mockRejectedValue({ body: { message: 'Assign the permission set.' } });
  const element = await show(Promise.resolve(OFF));
  await press(element);
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Assign the permission set.']);
  expect(texts(element, '[data-text]')).toEqual(['It is off.']);
});

it('tells the page that it was switched', async () => {
  called(switchOn).mockResolvedValue(ON);
  const element = await show(Promise.resolve(OFF));
  const onSwitched = jest.fn();
  element.addEventListener('switched', onSwitched);
  await press(element);
  expect(onSwitched).toHaveBeenCalledTimes(1);
});
