/** Statements of the syntax tree. */
import type { At, Expression, TypeName } from './ast-expressions';
import type { Modifiers } from './ast';
import type { LocalVariable } from './bindings';

export type Statement =
  | Block
  | LocalDeclaration
  | ExpressionStatement
  | IfStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | SwitchStatement
  | ReturnStatement
  | ThrowStatement
  | TryStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | RunAsStatement;

export interface Block {
  readonly kind: 'block';
  readonly at: At;
  /** Line of the closing brace, where there is one. */
  readonly endLine?: number;
  readonly statements: readonly Statement[];
}

export interface Declarator {
  readonly at: At;
  readonly name: string;
  readonly value: Expression | undefined;
}

export interface LocalDeclaration {
  readonly kind: 'local';
  readonly at: At;
  readonly type: TypeName;
  readonly declarators: readonly Declarator[];
  readonly modifiers: Modifiers;
  /** Set by check, one per declarator. */
  variables?: readonly LocalVariable[];
}

export interface ExpressionStatement {
  readonly kind: 'expression-statement';
  readonly at: At;
  readonly expression: Expression;
}

export interface IfStatement {
  readonly kind: 'if';
  readonly at: At;
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | undefined;
}

export interface ForStatement {
  readonly kind: 'for';
  readonly at: At;
  readonly init: LocalDeclaration | readonly Expression[] | undefined;
  readonly condition: Expression | undefined;
  readonly update: readonly Expression[];
  readonly body: Statement | undefined;
}

/** `for (Account a : [SELECT ...])`, also in chunks: `for (List<Account> chunk : [SELECT ...])`. */
export interface ForEachStatement {
  readonly kind: 'for-each';
  readonly at: At;
  readonly type: TypeName;
  readonly name: string;
  readonly iterable: Expression;
  readonly body: Statement | undefined;
  variable?: LocalVariable;
  /** Set by check: over elements of a list, set or iterator, or over a query in chunks of 200. */
  iteration?: 'list' | 'set' | 'iterable' | 'query-chunks';
}

export interface WhileStatement {
  readonly kind: 'while';
  readonly at: At;
  readonly condition: Expression;
  readonly body: Statement | undefined;
}

export interface DoWhileStatement {
  readonly kind: 'do-while';
  readonly at: At;
  readonly condition: Expression;
  readonly body: Statement;
}

export interface SwitchStatement {
  readonly kind: 'switch';
  readonly at: At;
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  readonly otherwise: Block | undefined;
  /** `when else` stands before another `when`. */
  readonly misplacedElse?: true;
}

export interface SwitchCase {
  readonly at: At;
  readonly when:
    | { readonly kind: 'values'; readonly values: readonly Expression[] }
    | { readonly kind: 'type'; readonly type: TypeName; readonly name: string; variable?: LocalVariable };
  readonly body: Block;
}

export interface ReturnStatement {
  readonly kind: 'return';
  readonly at: At;
  readonly value: Expression | undefined;
}

export interface ThrowStatement {
  readonly kind: 'throw';
  readonly at: At;
  readonly value: Expression;
}

export interface TryStatement {
  readonly kind: 'try';
  readonly at: At;
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finally: Block | undefined;
}

export interface CatchClause {
  readonly at: At;
  readonly type: TypeName;
  readonly name: string;
  readonly body: Block;
  variable?: LocalVariable;
}

export interface BreakStatement {
  readonly kind: 'break';
  readonly at: At;
}

export interface ContinueStatement {
  readonly kind: 'continue';
  readonly at: At;
}

/** `insert x;` `update as user x;` `upsert x Field__c;` `merge a b;` */
export interface DmlStatement {
  readonly kind: 'dml';
  readonly at: At;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly access: 'user' | 'system' | undefined;
  readonly target: Expression;
  /** For merge, the duplicates; for upsert, undefined. */
  readonly second: Expression | undefined;
  readonly upsertField: string | undefined;
}

export interface RunAsStatement {
  readonly kind: 'run-as';
  readonly at: At;
  readonly args: readonly Expression[];
  readonly body: Block;
}
