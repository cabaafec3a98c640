import type { Library } from '../contracts/library';
import { assembleLibrary } from '../contracts/library';
import { databaseLibrary } from './database';
import { platformLibrary } from './platform';
import { pureLibrary } from './pure';
import { schemaLibrary } from './schema';
import { stubLibrary } from './stub/stub';

/** Everything of the platform that the local org implements. */
export const library: Library = assembleLibrary([
  ...pureLibrary,
  ...databaseLibrary,
  ...schemaLibrary,
  ...stubLibrary,
  ...platformLibrary
]);
