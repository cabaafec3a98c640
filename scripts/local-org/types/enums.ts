import type { PlatformMethod } from '../contracts/platform-types';
import { parseMethod } from './declaration';

/**
 * What every Apex enum has (Apex Developer Guide, "Enums"). The tables hold Java's own methods instead, under several
 * spellings and with Java's types.
 */
export function enumMethods(self: string): readonly PlatformMethod[] {
  return [`static List<${self}> values()`, `static ${self} valueOf(String)`, 'String name()', 'Integer ordinal()'].map(
    parseMethod
  );
}
