/** 'Custody__c' in namespace 'tokenward' is 'tokenward__Custody__c'; names that carry a prefix, and standard ones, stay. */
export function fullName(name: string, namespace: string): string {
  if (namespace === '' || !isCustomName(name) || hasPrefix(name)) return name;
  return `${namespace}__${name}`;
}

/** The inverse: drops the package's own prefix. */
export function localName(name: string, namespace: string): string {
  const prefix = `${namespace}__`;
  if (namespace === '' || !name.toLowerCase().startsWith(prefix.toLowerCase())) return name;
  return name.slice(prefix.length);
}

const CUSTOM = /__(c|e|mdt|r|b|x|pc|pr|share|history|tag|feed|changeevent)$/i;

export function isCustomName(name: string): boolean {
  return CUSTOM.test(name);
}

function hasPrefix(name: string): boolean {
  return name.replace(CUSTOM, '').includes('__');
}

export function suffixOf(name: string): string {
  return CUSTOM.exec(name)?.[1]?.toLowerCase() ?? '';
}
