import warnings from '@salesforce/apex/ReadinessController.warnings';
import { called } from 'console-test/apex';
import { all, mount, texts } from 'console-test/page';
import ReadinessWarnings from '../readinessWarnings';

jest.mock('@salesforce/apex/ReadinessController.warnings', () => ({ default: jest.fn() }), { virtual: true });

async function show(answer: Promise<string[]>): Promise<HTMLElement> {
  called(warnings).mockReturnValue(answer);
  return mount('c-readiness-warnings', ReadinessWarnings);
}

it.each([
  ['while it loads', new Promise<string[]>(() => undefined)],
  ['where there is nothing to warn of', Promise.resolve([])]
])('shows nothing %s', async (_when, answer) => {
  const element = await show(answer);
  expect(all(element, '[data-warning], c-error-panel')).toHaveLength(0);
  await expect(element).toBeAccessible();
});

it('shows each warning with its reason, accessibly', async () => {
  const element = await show(Promise.resolve(['Not protected.', 'Not scheduled.']));
  expect(texts(element, '[data-warning]')).toEqual(['Not protected.', 'Not scheduled.']);
  await expect(element).toBeAccessible();
});

it('says that it could not check, accessibly', async () => {
  const element = await show(Promise.reject({ body: { message: 'No access.' } }));
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['No access.']);
  expect(all(element, '[data-warning]')).toHaveLength(0);
  await expect(element).toBeAccessible();
});
