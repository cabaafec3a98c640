import { mount, one, property } from 'console-test/page';
import LoadingState from '../loadingState';

it('says what is loading, accessibly', async () => {
  const element = await mount('c-loading-state', LoadingState, { text: 'Loading rows' });
  expect(property(one(element, 'lightning-spinner'), 'alternativeText')).toBe('Loading rows');
  await expect(element).toBeAccessible();
});
