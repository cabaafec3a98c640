import type { Waiting } from './effect';
import type { Runtime } from './runtime';

/** Where a statement stands: decides namespace visibility, sharing and default access. One constant per class. */
export interface CodeContext {
  readonly namespace: string;
  /** Canonical name of the top-level or inner class; the trigger's name; 'anonymous'. */
  readonly className: string;
  readonly sharing: 'with' | 'without' | 'inherited' | undefined;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlStatementOptions {
  readonly operation: DmlOperation;
  /** 'user' checks object and field permissions; undefined is the API version's default, system mode up to 66. */
  readonly access: 'user' | 'system' | undefined;
  readonly upsertField: string | undefined;
}

/**
 * Database work that generated code asks for. `query` is the tree of compiler/ast-soql with each bind expression
 * replaced by { kind: 'bind-index', index } into `binds`; it is one constant object per place in the code, so plans
 * can be cached by identity.
 */
export interface DataAccess {
  /** A List of rows, or an Integer for COUNT(). */
  query(rt: Runtime, query: object, binds: readonly unknown[], code: CodeContext): Waiting<unknown>;
  dml(rt: Runtime, target: unknown, options: DmlStatementOptions, code: CodeContext, second?: unknown): Waiting<void>;
  /** An empty row of an object by full API name, field defaults not applied (as `new Account()` leaves them null). */
  newSObject(rt: Runtime, objectName: string): object;
  /** Reads a field or relationship as Apex code does: unqueried fields are an SObjectException. */
  getField(rt: Runtime, row: unknown, field: string): unknown;
  putField(rt: Runtime, row: unknown, field: string, value: unknown): unknown;
  sobjectType(rt: Runtime, objectName: string): object;
  fieldToken(rt: Runtime, objectName: string, fieldName: string): object;
  label(rt: Runtime, namespace: string, name: string): string;
}
