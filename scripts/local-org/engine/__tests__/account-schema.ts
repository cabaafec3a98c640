import type { Schema } from '../../contracts/schema';
import { buildSchema } from '../../project';
import { loadPlatformTypes } from '../../types';

/** The standard objects of an org without a project. */
export function accountSchema(): Schema {
  return buildSchema([], loadPlatformTypes());
}
