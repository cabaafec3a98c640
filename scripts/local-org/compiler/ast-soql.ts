/**
 * SOQL as a tree, shared by the checker (names inside SOQL), the emitter (static queries) and the platform (dynamic
 * queries parse to the same tree at run time).
 */
export type { Condition, OrderItem, SelectItem, SoqlQuery, SoqlValue } from './ast-expressions';
