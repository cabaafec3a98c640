import { mount, one, property, texts } from 'console-test/page';
import TimelineEntry from '../timelineEntry';

jest.mock('@salesforce/label/c.Timeline_Step', () => ({ default: '{0} to {1}' }), { virtual: true });
jest.mock('@salesforce/label/c.Timeline_At_Generation', () => ({ default: 'at {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Timeline_By', () => ({ default: 'by {0}' }), { virtual: true });

const show = (entry: Apex.TimelineEntry): Promise<HTMLElement> =>
  mount('c-timeline-entry', TimelineEntry, { entry: { at: '2026-05-01T10:00:00.000Z', ...entry } });

it('says from which generation to which a rotation led, and who made it', async () => {
  const element = await show({
    kind: 'Rotated',
    generation: 7,
    text: 'To 7.',
    actor: '707A',
    actorName: 'rotation job'
  });
  expect(texts(element, '[data-step], [data-text], span')).toEqual(['6 to 7', 'by rotation job']);
  expect(one(element, 'span').title).toBe('707A');
});

it('falls back to the id of an actor without a name', async () => {
  expect(one(await show({ kind: 'Rotated', actor: '005A' }), 'span').textContent).toBe('by 005A');
});

it('names no generation for what happened to all', async () => {
  const element = await show({ kind: 'PausedAll', generation: 0, text: 'All were paused.' });
  expect(texts(element, '[data-title], [data-step], [data-text]')).toEqual([
    'c.Kind_Paused_All',
    '',
    'All were paused.'
  ]);
});

it('says what else happened in words', async () => {
  const element = await show({ kind: 'Dead', generation: 7, text: 'Refused.' });
  expect(texts(element, '[data-title], [data-step], [data-text]')).toEqual(['c.Kind_Dead', 'at 7', 'Refused.']);
});

it.each([
  ['Foreign', 'c.Kind_Foreign', 'error'],
  ['Waiting', 'c.Kind_Waiting', 'warning'],
  ['InDoubt', 'c.Kind_In_Doubt', 'warning'],
  ['Changed', 'c.Kind_Changed', 'warning'],
  ['Mirror', 'c.Kind_Mirror', 'warning'],
  ['Superseded', 'c.Kind_Superseded', ''],
  ['Authorized', 'c.Kind_Authorized', 'success'],
  ['AnswerLost', 'c.Kind_Answer_Lost', 'error'],
  ['Owed', 'c.Kind_Owed', 'warning'],
  ['Paused', 'c.Kind_Paused', ''],
  ['A kind of a later version', 'A kind of a later version', '']
])('knows %s', async (kind, title, variant) => {
  const element = await show({ kind });
  expect(one(element, '[data-title]').textContent).toBe(title);
  expect(property(one(element, 'lightning-icon'), 'variant')).toBe(variant);
});

it('is accessible', async () => {
  await expect(await show({ kind: 'Waiting', generation: 1, text: 'Busy.', actor: '707A' })).toBeAccessible();
});
