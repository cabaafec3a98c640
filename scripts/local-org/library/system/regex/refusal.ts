import { UnsupportedCall } from '../../../runtime/unsupported';

export function unsupported(what: string): never {
  throw new UnsupportedCall('System.Pattern', `compile(String) with ${what}`);
}
