/** Methods that every enum has. The engine knows the project's enums, and the platform's through the type tables. */
import type { LibraryEntry } from '../contracts/library';
import { implement } from '../contracts/library';
import type { PlatformTypes } from '../contracts/platform-types';
import type { Runtime } from '../contracts/runtime';
import { typeRef } from '../contracts/type-ref';
import type { ApexEnumValue } from '../runtime/enum';
import { platformEnumValue } from '../runtime/enum';
import { argument, throwApex } from '../runtime/exceptions';
import { ApexList } from '../runtime/list';
import { className } from '../runtime/type-name';

export function enumMethods(platform: PlatformTypes | undefined): readonly LibraryEntry[] {
  const valuesOf = (rt: Runtime, type: string): readonly ApexEnumValue[] => {
    const own = rt.classes.enumValues(type) as readonly ApexEnumValue[];
    if (own.length > 0) return own;
    return (platform?.byCanonicalName(type)?.values ?? []).map((name) => platformEnumValue(type, name));
  };
  return implement('System.EnumMethods', {
    'values()': (rt, type: string) => new ApexList(typeRef(type), [...valuesOf(rt, type)]),
    'valueOf(String)': (rt, type: string, text: string | null) => {
      const wanted = argument(text, 1).toLowerCase();
      const found = valuesOf(rt, type).find(({ name }) => name.toLowerCase() === wanted);
      return (
        found ?? throwApex('System.NoSuchElementException', `No enum constant ${className(rt, type)}.${text ?? ''}`)
      );
    },
    'name()': (_rt, value: ApexEnumValue) => value.name,
    'ordinal()': (_rt, value: ApexEnumValue) => value.ordinal
  });
}
