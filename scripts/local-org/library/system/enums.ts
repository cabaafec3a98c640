import { implement } from '../../contracts/library';
import type { LibraryEntry } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import type { ApexEnumValue } from '../../runtime/enum';
import { platformEnumNames, platformEnumValue } from '../../runtime/enum';
import { throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { instanceMethods, staticMethods } from './nulls';

function enumMethods(type: string, names: readonly string[]): readonly LibraryEntry[] {
  return implement(type, {
    ...staticMethods({
      'values()': () =>
        new ApexList(
          typeRef(type),
          names.map((name) => platformEnumValue(type, name))
        ),
      'valueOf(String)': (_rt, text: string) => {
        const name = names.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
        if (name !== undefined) return platformEnumValue(type, name);
        return throwApex('System.NoSuchElementException', `No enum constant ${type}.${text}`);
      }
    }),
    ...instanceMethods({
      'name()': (_rt, value: ApexEnumValue) => value.name,
      'ordinal()': (_rt, value: ApexEnumValue) => value.ordinal
    })
  });
}

export const platformEnums = Object.entries(platformEnumNames()).flatMap(([type, names]) => enumMethods(type, names));

/** Enums whose values only ever come from the platform. */
export const namedEnums = ['System.StatusCode', 'System.ParentJobResult', 'System.Quiddity'].flatMap((type) =>
  implement(type, instanceMethods({ 'name()': (_rt, value: ApexEnumValue) => value.name }))
);
