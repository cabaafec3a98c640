import type { AuraClass, AuraMethod } from './model';

/** How values of Apex arrive in JavaScript; keys in lower case, since Apex does not mind. */
const SIMPLE: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  date: 'string',
  datetime: 'string',
  decimal: 'number',
  double: 'number',
  id: 'string',
  integer: 'number',
  long: 'number',
  string: 'string',
  void: 'void'
};

const HEAD = `// Generated from the Apex of the console by "npx tsx scripts/console/apex-types/main.ts". A test fails when it drifts.
`;

/** The ambient modules LWC imports from, one per @AuraEnabled method, and an interface per class that travels. */
export function printAuraTypes(classes: readonly AuraClass[]): string {
  const sorted = [...classes].sort((a, b) => (a.name < b.name ? -1 : 1));
  const values = sorted.filter((one) => one.fields.length > 0);
  const known = new Map(values.map((one) => [one.name.toLowerCase(), one.name]));
  const convert = (apexType: string): string => convertType(apexType, known);
  const interfaces = values.map((one) => {
    const fields = one.fields.map((field) => `    readonly ${field.name}?: ${convert(field.type)} | null;\n`);
    return `  interface ${one.name} {\n${fields.join('')}  }\n`;
  });
  const modules = sorted.flatMap((one) => one.methods.map((method) => printModule(one.name, method, convert)));
  return `${HEAD}declare namespace Apex {\n${interfaces.join('\n')}}\n\n${modules.join('\n')}`;
}

function printModule(className: string, method: AuraMethod, convert: (type: string) => string): string {
  const fields = method.parameters.map((one) => `${one.name}: ${convert(one.type)} | undefined`);
  const parameters = fields.length === 0 ? 'undefined' : `{ ${fields.join('; ')} }`;
  const kind = method.cacheable ? 'CacheableApexMethod' : 'ApexMethod';
  return `declare module '@salesforce/apex/${className}.${method.name}' {
  const method: ${kind}<${parameters}, ${convert(method.returns)}>;
  export default method;
}
`;
}

function convertType(apexType: string, known: ReadonlyMap<string, string>): string {
  const lower = apexType.toLowerCase();
  const simple = SIMPLE[lower];
  if (simple !== undefined) return simple;
  const list = /^(?:system\.)?(?:list|set)<(.+)>$/i.exec(apexType)?.[1];
  if (list !== undefined) return `readonly ${convertType(list, known)}[]`;
  const map = /^(?:system\.)?map<(?:string|id),(.+)>$/i.exec(apexType)?.[1];
  if (map !== undefined) return `Readonly<Record<string, ${convertType(map, known)}>>`;
  const value = known.get(lower);
  if (value !== undefined) return `Apex.${value}`;
  throw new Error(
    `The Apex type ${apexType} has no @AuraEnabled field and is no simple value, so LWC cannot receive it. ` +
      'Give it @AuraEnabled fields, or add it to the simple types of the generator.'
  );
}
