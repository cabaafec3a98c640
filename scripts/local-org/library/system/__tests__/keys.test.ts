import { assembleLibrary } from '../../../contracts/library';
import { loadPlatformTypes } from '../../../types';
import { pureLibrary } from '../../pure';

it('registers only what the platform declares', () => {
  const types = loadPlatformTypes();

  const unknown = assembleLibrary(pureLibrary).entries.filter(({ type, key }) => {
    const declared = types.byCanonicalName(type);
    const methods = declared ? [...declared.constructors, ...declared.methods].map((method) => method.key) : [];
    return !methods.includes(key) && !declared?.fields.some(({ name }) => key === name || key === `${name}=`);
  });

  expect(unknown.map(({ type, key }) => `${type}.${key}`)).toEqual([]);
});

it('implements at least ninety methods of String', () => {
  const ofString = assembleLibrary(pureLibrary).entries.filter(({ type }) => type === 'String');

  expect(ofString.length).toBeGreaterThanOrEqual(90);
});
