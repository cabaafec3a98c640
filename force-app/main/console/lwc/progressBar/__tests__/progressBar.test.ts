import { mount, one } from 'console-test/page';
import ProgressBar from '../progressBar';

it('says how far it is to eyes and ears alike, accessibly', async () => {
  const element = await mount('c-progress-bar', ProgressBar, { label: 'Sealing', value: 40 });
  const bar = one(element, '[role=progressbar]');
  expect([bar.getAttribute('aria-label'), bar.getAttribute('aria-valuenow')]).toEqual(['Sealing', '40']);
  expect(one(element, 'span').getAttribute('style')).toContain('40%');
  await expect(element).toBeAccessible();
});
