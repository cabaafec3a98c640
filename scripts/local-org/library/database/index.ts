import type { LibraryEntry } from '../../contracts/library';
import { dmlMethods, dmlOptions } from './dml';
import { queryExceptions, queryLocators, queryMethods } from './queries';
import { results } from './results';
import { savepoints } from './savepoints';
import { triggerVariables } from './trigger';

/** Database.*: queries by text, DML with results, savepoints; and the variables of triggers. */
export const databaseLibrary: readonly (readonly LibraryEntry[])[] = [
  queryMethods,
  queryLocators,
  queryExceptions,
  dmlMethods,
  dmlOptions,
  results,
  savepoints,
  triggerVariables
];
