import probe from '@salesforce/apex/OnboardingController.probe';
import readSettings from '@salesforce/apex/OnboardingController.readSettings';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import OnboardingProbe from '../onboardingProbe';

jest.mock('@salesforce/apex/OnboardingController.probe', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OnboardingController.readSettings', () => ({ default: jest.fn() }), { virtual: true });

const FINDINGS: readonly Apex.OnboardingFinding[] = [
  { key: 'settings', title: 'Settings', state: 'problem', reason: 'Another endpoint.', readsSettings: true },
  { key: 'sweep', title: 'Sweep', state: 'ok', reason: 'It is on.' }
];

const show = (connection?: Apex.ConnectionView): Promise<HTMLElement> =>
  mount('c-onboarding-probe', OnboardingProbe, { connection });
const button = (element: HTMLElement): HTMLElement => one(element, '[data-check]');
const titles = (element: HTMLElement): unknown[] => texts(element, 'c-probe-finding', '[data-title]');

async function press(element: HTMLElement): Promise<void> {
  button(element).click();
  await settle();
}

it('asks for a connection where none is chosen, accessibly', async () => {
  const element = await show();
  expect(texts(element, '[data-hint]')).toEqual(['c.Probe_None']);
  expect(property(button(element), 'disabled')).toBe(true);
  await expect(element).toBeAccessible();
});

it('says what it will do and asks nobody by itself, accessibly', async () => {
  const element = await show(HEALTHY);
  expect(texts(element, '[data-hint]')).toEqual(['c.Probe_Empty']);
  expect(probe).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

it('says that it is asking, accessibly', async () => {
  called(probe).mockReturnValue(new Promise(() => undefined));
  const element = await show(HEALTHY);
  await press(element);
  expect(property(one(element, 'c-loading-state'), 'text')).toBe('c.Probe_Loading');
  expect(property(button(element), 'disabled')).toBe(true);
  await expect(element).toBeAccessible();
});

it('shows what was found in the order given, accessibly', async () => {
  called(probe).mockResolvedValue(FINDINGS);
  const element = await show(HEALTHY);
  await press(element);
  expect(titles(element)).toEqual(['Settings: c.Probe_Problem', 'Sweep: c.Probe_Ok']);
  expect(probe).toHaveBeenCalledWith({ uid: HEALTHY.uid });
  expect(property(button(element), 'label')).toBe('c.Probe_Check_Again');
  expect(property(button(element), 'title')).toBe('c.Probe_Check_Again_Of');
  await expect(element).toBeAccessible();
});

it('says why it could not be checked and tries again, accessibly', async () => {
  called(probe)
    .mockRejectedValueOnce({ body: { message: 'Assign the permission set.' } })
    .mockResolvedValue(FINDINGS);
  const element = await show(HEALTHY);
  await press(element);
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Assign the permission set.']);
  await expect(element).toBeAccessible();
  one(element, 'c-error-panel', 'lightning-button').click();
  await settle();
  expect(titles(element)).toHaveLength(2);
  expect(all(element, 'c-error-panel')).toHaveLength(0);
});

it('reads the settings, says what came of it, checks again and tells the page', async () => {
  called(probe).mockResolvedValueOnce(FINDINGS).mockResolvedValue(FINDINGS.slice(1));
  called(readSettings).mockResolvedValue({ text: 'Read from the provider.', changed: true });
  const element = await show(HEALTHY);
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element);
  one(element, 'c-probe-finding', 'lightning-button').click();
  await settle();
  expect(readSettings).toHaveBeenCalledWith({ uid: HEALTHY.uid });
  expect(texts(element, '[data-result]')).toEqual(['Read from the provider.']);
  expect(titles(element)).toEqual(['Sweep: c.Probe_Ok']);
  expect(onAsked).toHaveBeenCalledTimes(1);
});

it('keeps what was found where the settings are not believed', async () => {
  called(probe).mockResolvedValue(FINDINGS);
  called(readSettings).mockRejectedValue({ body: { message: 'Another issuer.' } });
  const element = await show(HEALTHY);
  await press(element);
  one(element, 'c-probe-finding', 'lightning-button').click();
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Another issuer.']);
  expect(titles(element)).toHaveLength(2);
});

it('starts afresh for another connection and drops an answer that comes too late', async () => {
  let answer: (findings: readonly Apex.OnboardingFinding[]) => void = () => undefined;
  called(probe).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const element = await show(HEALTHY);
  await press(element);
  Object.assign(element, { connection: WAITING });
  answer(FINDINGS);
  await settle();
  expect(titles(element)).toEqual([]);
  expect(property(button(element), 'disabled')).toBe(false);
});

it('keeps what was found while the same connection goes on', async () => {
  called(probe).mockResolvedValue(FINDINGS);
  const element = await show(HEALTHY);
  await press(element);
  Object.assign(element, { connection: { ...HEALTHY, generation: 8 } });
  await settle();
  expect(titles(element)).toHaveLength(2);
});

it('says why somebody who may only look cannot check, accessibly', async () => {
  const element = await show({ ...HEALTHY, mayChange: false });
  expect(property(button(element), 'disabled')).toBe(true);
  expect(texts(element, '[data-why]')).toEqual(['c.Permission_Why_Disabled']);
  await expect(element).toBeAccessible();
});
