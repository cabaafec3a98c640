import type { LibraryEntry } from '../../contracts/library';
import { dmlMethods, dmlOptions } from './dml';
import { queryLocators, queryMethods } from './queries';
import { results } from './results';
import { savepoints } from './savepoints';
import { triggerVariables } from './trigger';

/** Database.*: queries by text, DML with results, savepoints; and the variables of triggers. */
export const databaseLibrary: readonly (readonly LibraryEntry[])[] = [
  queryMethods,
  queryLocators,
  dmlMethods,
  dmlOptions,
  results,
  savepoints,
  triggerVariables
];
