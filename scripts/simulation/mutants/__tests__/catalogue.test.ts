import { readPackage } from '../../world/program';
import { edited } from '../../world/program';
import { SCENARIOS } from '../../scenarios';
import { SIMULATION_FIXTURES } from '../../world/fixtures';
import { hunt } from '../hunt';
import { MUTANTS } from '..';

const text = readPackage(SIMULATION_FIXTURES);

test('every mutant applies to the package at exactly one place', () => {
  for (const mutant of MUTANTS) expect(edited(text, mutant).project.files).not.toEqual(text.project.files);
});

test('mutants have ids of their own and name scenarios that exist', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
  expect(MUTANTS.flatMap(({ noticed }) => noticed).filter((name) => !names.includes(name))).toEqual([]);
});

test('there are at least forty', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
});

test('an edit that stands nowhere is an error, not a kill', () => {
  const [first] = MUTANTS;
  if (!first) throw new Error('The catalogue is empty.');
  expect(() => hunt(text, { ...first, find: 'no such text' }, { near: 1, far: 0, seed: 1 })).toThrow('stands 0 times');
});

test('an edit that does not compile is an error, not a kill', () => {
  const [first] = MUTANTS;
  if (!first) throw new Error('The catalogue is empty.');
  expect(() => hunt(text, { ...first, replace: 'this is no Apex' }, { near: 1, far: 0, seed: 1 })).toThrow();
});
