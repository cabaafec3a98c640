import { implement } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import { PlatformObject } from '../../runtime/object';
import { instanceMethods } from './nulls';

/** What Database methods get in their last argument. */
export class AccessLevelValue extends PlatformObject {
  readonly apexType = typeRef('System.AccessLevel');
  constructor(
    readonly mode: 'user' | 'system',
    /** Grants of this permission set count in addition to the user's own. */
    readonly permissionSetId: string | undefined = undefined
  ) {
    super();
  }

  override toApexText(): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

/** One object each, so that they compare equal. */
const USER_MODE = new AccessLevelValue('user');
const SYSTEM_MODE = new AccessLevelValue('system');

export const accessLevels = implement('System.AccessLevel', {
  USER_MODE: () => USER_MODE,
  SYSTEM_MODE: () => SYSTEM_MODE,
  ...instanceMethods({
    'withPermissionSetId(String)': (_rt, level: AccessLevelValue, id: string) => new AccessLevelValue(level.mode, id)
  })
});
