import { mount, texts } from 'console-test/page';
import EmptyState from '../emptyState';

it('says what is missing and what to do, accessibly', async () => {
  const element = await mount('c-empty-state', EmptyState, { heading: 'Nothing yet', text: 'Create one.' });
  expect(texts(element, 'p')).toEqual(['Nothing yet', 'Create one.']);
  await expect(element).toBeAccessible();
});
