import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import { pages } from 'virtual:console-pages';
import { followOrgClock } from './org-clock.mts';

const region = document.getElementById('region');
if (!region) throw new Error('The page of the console host has no element with the id "region".');
followOrgClock(Number(document.documentElement.dataset.orgNow));
for (const { tag, component } of pages[document.documentElement.dataset.page ?? ''] ?? []) {
  region.append(createElement(tag, { is: component }));
}

document.getElementById('user')?.addEventListener('change', (event) => {
  const form = (event.target as HTMLSelectElement).form;
  form?.requestSubmit();
});
