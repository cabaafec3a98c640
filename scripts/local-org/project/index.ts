export { readProject } from './read';
export { assembleProject } from './assemble';
export type * from './model';
export { buildSchema } from './schema';
export type { OrgSchema } from './schema';
export { SchemaObject } from './schema-object';
export { fullName, localName } from './names';
