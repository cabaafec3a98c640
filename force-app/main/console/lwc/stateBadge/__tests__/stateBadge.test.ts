import { mount, one } from 'console-test/page';
import StateBadge from '../stateBadge';

it.each([
  ['Dead', 'slds-theme_error'],
  ['Foreign', 'slds-theme_error'],
  ['IdleSoon', 'slds-theme_error'],
  ['Due', 'slds-theme_warning'],
  ['InDoubt', 'slds-theme_warning'],
  ['Waiting', 'slds-theme_warning'],
  ['Changed', 'slds-theme_warning'],
  ['Leased', 'slds-badge_inverse'],
  ['Idle', 'slds-theme_success'],
  ['Empty', 'slds-badge_lightest'],
  ['A state of a later version', 'slds-badge_lightest']
])('gives %s its tone', async (state, theme) => {
  const element = await mount('c-state-badge', StateBadge, { state });
  expect(one(element, '.slds-badge').classList).toContain(theme);
});

it('says the state in words, so that no colour has to be told from another', async () => {
  const element = await mount('c-state-badge', StateBadge, { state: 'Dead', text: 'Needs authorization' });
  expect(one(element, '.slds-badge').textContent).toContain('Needs authorization');
  await expect(element).toBeAccessible();
});
