import { all, mount, one, texts } from 'console-test/page';
import ErrorPanel from '../errorPanel';

const ERROR = { body: [{ message: 'One.' }, { message: 'Two.' }] };

it('says every sentence once', async () => {
  const element = await mount('c-error-panel', ErrorPanel, { heading: 'It failed', error: ERROR });
  expect(texts(element, '[data-sentence]')).toEqual(['One.', 'Two.']);
});

it('offers no retry unless the parent can', async () => {
  const element = await mount('c-error-panel', ErrorPanel, { error: ERROR });
  expect(all(element, 'lightning-button')).toHaveLength(0);
});

it('tells the parent to try again', async () => {
  const element = await mount('c-error-panel', ErrorPanel, { error: ERROR, retryable: true });
  const onRetry = jest.fn();
  element.addEventListener('retry', onRetry);
  one(element, 'lightning-button').click();
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('is accessible', async () => {
  await expect(await mount('c-error-panel', ErrorPanel, { heading: 'It failed', error: ERROR })).toBeAccessible();
});
