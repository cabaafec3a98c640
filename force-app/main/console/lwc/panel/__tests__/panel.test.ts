import { mount, one } from 'console-test/page';
import Panel from '../panel';

const show = (): Promise<HTMLElement> => mount('c-panel', Panel, { heading: 'New connection' });

it('takes the focus to its heading, accessibly', async () => {
  const element = await show();
  expect(element.shadowRoot?.activeElement).toBe(one(element, 'h2'));
  expect(one(element, 'h2').textContent).toBe('New connection');
  await expect(element).toBeAccessible();
});

it('gives the focus back when it closes', async () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  const element = await show();
  element.remove();
  expect(document.activeElement).toBe(opener);
});
