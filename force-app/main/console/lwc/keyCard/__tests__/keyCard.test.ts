import goOn from '@salesforce/apex/KeyController.goOn';
import renew from '@salesforce/apex/KeyController.renew';
import status from '@salesforce/apex/KeyController.status';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import KeyCard from '../keyCard';

jest.mock('@salesforce/apex/KeyController.status', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeyController.renew', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/KeyController.goOn', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Key_Progress', () => ({ default: 'version {0}: {1} of {2}' }), { virtual: true });

const DONE: Apex.KeyStatus = { version: '1', current: 3, older: 0 };
const MIDWAY: Apex.KeyStatus = { version: '2', current: 1, older: 2 };

async function show(answer: Promise<Apex.KeyStatus>): Promise<HTMLElement> {
  called(status).mockReturnValue(answer);
  return mount('c-key-card', KeyCard);
}

async function press(element: HTMLElement, name: string): Promise<void> {
  one(element, `[data-${name}]`).click();
  await settle();
}

it('says that it is loading, accessibly', async () => {
  const element = await show(new Promise(() => undefined));
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Key_Loading');
  await expect(element).toBeAccessible();
});

it('says that there is no key before the first grant, accessibly', async () => {
  const element = await show(Promise.resolve({ current: 0, older: 0 }));
  expect(texts(element, '[data-progress]')).toEqual(['c.Key_None']);
  expect(all(element, '[data-renew]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('renews the key and shows how far the sealing is, accessibly', async () => {
  called(renew).mockResolvedValue(MIDWAY);
  const element = await show(Promise.resolve(DONE));
  expect(all(element, '[data-go-on]')).toHaveLength(0);
  await press(element, 'renew');
  expect(texts(element, '[data-progress]')).toEqual(['version 2: 1 of 3']);
  expect(property(one(element, 'c-progress-bar'), 'value')).toBe(33);
  await expect(element).toBeAccessible();
});

it('goes on with what was left over, without another key', async () => {
  called(goOn).mockResolvedValue({ ...MIDWAY, current: 3, older: 0 });
  const element = await show(Promise.resolve(MIDWAY));
  await press(element, 'go-on');
  expect(renew).not.toHaveBeenCalled();
  expect(all(element, 'c-progress-bar')).toHaveLength(0);
});

it('keeps what it knew when renewing fails, accessibly', async () => {
  called(renew).mockRejectedValue({ body: { message: 'No job.' } });
  const element = await show(Promise.resolve(DONE));
  await press(element, 'renew');
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No job.']);
  expect(texts(element, '[data-progress]')).toEqual(['version 1: 3 of 3']);
  await expect(element).toBeAccessible();
});
