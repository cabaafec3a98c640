import { loadPlatformTypes } from '../../../types';
import { databaseLibrary } from '..';
import { schemaLibrary } from '../../schema';

/** Owners that stand in no table: the compiler's own names for methods of settings, metadata types and rows. */
const INVENTED = new Set([
  'System.CustomSettingMethods',
  'System.CustomMetadataMethods',
  'System.FieldErrorMethods',
  'System.SObjectStaticMethods'
]);

test('every registered key is declared by the platform', () => {
  const types = loadPlatformTypes();
  const unknown = [...databaseLibrary, ...schemaLibrary].flat().filter(({ type, key }) => {
    if (INVENTED.has(type)) return false;
    const declared = types.byCanonicalName(type);
    const members = [...(declared?.methods ?? []), ...(declared?.constructors ?? [])].map((member) => member.key);
    const fields = (declared?.fields ?? []).flatMap((field) => [field.name, `${field.name}=`]);
    return ![...members, ...fields].includes(key);
  });
  expect(unknown.map(({ type, key }) => `${type}.${key}`)).toEqual([]);
});

test('no key is registered twice', () => {
  const keys = [...databaseLibrary, ...schemaLibrary].flat().map(({ type, key }) => `${type}.${key}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
