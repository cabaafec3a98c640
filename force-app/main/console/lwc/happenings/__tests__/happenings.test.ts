import { lookOf } from '../happenings';

it('calls the counter of a day what it counts', () => {
  expect(lookOf('Day').title).toBe(lookOf('Rotated').title);
});

it('calls a kind of a later version by its name', () => {
  expect(lookOf('Later')).toEqual({ icon: 'utility:info', variant: '', title: 'Later' });
});
