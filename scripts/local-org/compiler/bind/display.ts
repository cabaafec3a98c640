import type { TypeRef } from '../../contracts/type-ref';

const SHORT_NAMES = /^(System|Schema|c)\./;

/** As the platform's messages print types: without the namespaces that need not be written. */
export function displayType(type: TypeRef): string {
  if (type.name === 'null') return 'NULL';
  if (type.args.length === 0) return type.name.replace(SHORT_NAMES, '');
  return `${type.name.replace(SHORT_NAMES, '')}<${type.args.map(displayType).join(',')}>`;
}

export function displaySignature(name: string, parameters: readonly TypeRef[]): string {
  return `${name}(${parameters.map(displayType).join(', ')})`;
}
