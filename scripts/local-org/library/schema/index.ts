import type { LibraryEntry } from '../../contracts/library';
import { fieldDescribes } from './describe-field';
import { globalDescribes } from './describe-global';
import { objectDescribes } from './describe-object';
import { fieldErrors, rowMethods, staticRowMethods } from './rows';
import { security } from './security';
import { customMetadata, customSettings } from './settings';

/** SObject methods, describe, custom settings and metadata, and stripping of what a user may not see. */
export const schemaLibrary: readonly (readonly LibraryEntry[])[] = [
  rowMethods,
  fieldErrors,
  staticRowMethods,
  customSettings,
  customMetadata,
  objectDescribes,
  fieldDescribes,
  globalDescribes,
  security
];
