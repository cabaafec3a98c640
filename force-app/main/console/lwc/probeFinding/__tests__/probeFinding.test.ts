import { all, mount, one, property, texts } from 'console-test/page';
import ProbeFinding from '../probeFinding';

const MISSING: Apex.OnboardingFinding = {
  key: 'remoteSite',
  title: 'Remote site',
  state: 'problem',
  reason: 'This org may not call it.',
  step: 'Setup, Remote Site Settings.',
  path: '/lightning/setup/SecurityRemoteProxy/home',
  value: 'https://login.example.com'
};

const show = (finding?: Apex.OnboardingFinding): Promise<HTMLElement> =>
  mount('c-probe-finding', ProbeFinding, { finding });
const icon = (element: HTMLElement, name: string): unknown => property(one(element, 'lightning-icon'), name);

it('shows nothing before there is anything, accessibly', async () => {
  const element = await show();
  expect(all(element, '[data-title]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('names the page and the value that mend a problem, accessibly', async () => {
  const element = await show(MISSING);
  expect(texts(element, '[data-title], [data-reason], [data-step]')).toEqual([
    'Remote site: c.Probe_Problem',
    'This org may not call it.',
    'Setup, Remote Site Settings.'
  ]);
  expect(one(element, 'a').getAttribute('href')).toBe(MISSING.path);
  expect(property(one(element, '[data-value]'), 'value')).toBe('https://login.example.com');
  await expect(element).toBeAccessible();
});

it.each([
  ['ok', 'c.Probe_Ok', 'utility:success'],
  ['warning', 'c.Probe_Warning', 'utility:warning'],
  ['problem', 'c.Probe_Problem', 'utility:error'],
  ['unknown', 'c.Probe_Unknown', 'utility:question']
])('says %s in words as well as by its icon, accessibly', async (state, text, name) => {
  const element = await show({ key: 'sweep', title: 'Sweep', state, reason: 'Because.' });
  expect([icon(element, 'alternativeText'), icon(element, 'iconName')]).toEqual([text, name]);
  expect(all(element, 'a, lightning-button, [data-value], [data-step]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('offers to read the settings where that mends it', async () => {
  const element = await show({ ...MISSING, key: 'settings', readsSettings: true });
  const onRead = jest.fn();
  element.addEventListener('readsettings', onRead);
  one(element, 'lightning-button').click();
  expect(onRead).toHaveBeenCalledTimes(1);
});
