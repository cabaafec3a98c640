import integrity from '@salesforce/apex/ConnectionsController.integrity';
import { wired } from 'console-test/apex';
import { all, mount, one, settle, texts } from 'console-test/page';
import IntegrityChart from '../integrityChart';
import { barsOf, DAYS, HEIGHT } from '../bars';

jest.mock(
  '@salesforce/apex/ConnectionsController.integrity',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true }
);
jest.mock('@salesforce/label/c.Integrity_Rate', () => ({ default: '{0} of {1}: {2} %' }), { virtual: true });

const BROKEN: Apex.IntegrityDay = {
  day: '2026-05-03',
  good: 1998,
  bad: 1,
  causes: [
    { cause: 'AnswerLost', times: 1, isBad: true },
    { cause: 'Day', times: 1998, isBad: false }
  ]
};
const WHOLE: Apex.IntegrityDay = {
  day: '2026-05-01',
  good: 1000,
  bad: 0,
  causes: [{ cause: 'Day', times: 1000, isBad: false }]
};

async function show(...days: readonly Apex.IntegrityDay[]): Promise<HTMLElement> {
  const element = await mount('c-integrity-chart', IntegrityChart);
  wired(integrity).emit(days);
  await settle();
  return element;
}

it('says that it is loading, accessibly', async () => {
  const element = await mount('c-integrity-chart', IntegrityChart);
  expect(all(element, 'c-loading-state')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('says why it could not be read, accessibly', async () => {
  const element = await mount('c-integrity-chart', IntegrityChart);
  wired(integrity).error({ message: 'No access.' });
  await settle();
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  await expect(element).toBeAccessible();
});

it('says that nothing was summed yet, accessibly', async () => {
  const element = await show();
  expect(all(element, 'c-empty-state')).toHaveLength(1);
  await expect(element).toBeAccessible();
});

it('rounds no broken chain away', async () => {
  const element = await show(WHOLE, BROKEN);
  expect(texts(element, '[data-rate]')).toEqual(['2998 of 2999: 99.96 %']);
});

it('tells the same as a table, newest first and with its causes, accessibly', async () => {
  const element = await show(WHOLE, BROKEN);
  expect(texts(element, 'tbody tr > *')).toEqual([
    '2026-05-03',
    '1998',
    '1',
    'c.Kind_Answer_Lost: 1, c.Kind_Rotated: 1998',
    '2026-05-01',
    '1000',
    '0',
    'c.Kind_Rotated: 1000'
  ]);
  expect(one(element, 'svg').getAttribute('aria-hidden')).toBe('true');
  await expect(element).toBeAccessible();
});

it('draws four weeks, of which the last is the newest', () => {
  const bars = barsOf([WHOLE, BROKEN]);
  expect(bars).toHaveLength(DAYS);
  expect([bars[0]?.day, bars.at(-1)?.day]).toEqual(['2026-04-06', '2026-05-03']);
  expect(bars.at(-2)?.goodHeight).toBe(0);
});

it('draws one broken chain among thousands so that it is seen, inside the drawing', () => {
  const bar = barsOf([WHOLE, BROKEN]).at(-1);
  expect(bar?.badHeight).toBe(3);
  expect((bar?.badHeight ?? 0) + (bar?.goodHeight ?? 0)).toBeLessThanOrEqual(HEIGHT);
});
