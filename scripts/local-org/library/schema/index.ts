import type { LibraryEntry } from '../../contracts/library';
import { fieldDescribes } from './describe-field';
import { globalDescribes } from './describe-global';
import { idDescribes, objectDescribes } from './describe-object';
import { fieldErrors, rowLists, rowMethods, staticRowMethods } from './rows';
import { security } from './security';
import { customMetadata, customSettings } from './settings';

/** SObject methods, describe, custom settings and metadata, and stripping of what a user may not see. */
export const schemaLibrary: readonly (readonly LibraryEntry[])[] = [
  rowMethods,
  rowLists,
  fieldErrors,
  staticRowMethods,
  customSettings,
  customMetadata,
  objectDescribes,
  idDescribes,
  fieldDescribes,
  globalDescribes,
  security
];
