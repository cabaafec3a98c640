/**
 * The syntax tree that lowering produces from the parser's contexts, and that checking annotates. Discriminated unions
 * on `kind`; fields marked "set by check" are undefined until the checker has run without problems on the unit.
 */
import type { AnnotationInfo, Access } from '../contracts/class-info';
import type { TypeRef } from '../contracts/type-ref';
import type { CallTarget, FieldTarget, LocalVariable, Operation } from './bindings';
import type { SoqlQuery } from './ast-soql';

/** 1-based line and column of the token that a message should point at (a name rather than the start of a statement). */
export interface At {
  readonly line: number;
  readonly column: number;
}

/** A type as written: `Map<Id, List<Foo.Bar>>`, `String[]` (given as List). Set by check: `type`. */
export interface TypeName {
  readonly at: At;
  /** Dotted parts as written: ['Foo', 'Bar']; arrays become List. */
  readonly parts: readonly string[];
  readonly args: readonly TypeName[];
  type?: TypeRef;
}

export interface Modifiers {
  readonly access: Access | undefined;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly final: boolean;
  readonly transient: boolean;
  readonly testMethod: boolean;
  readonly webservice: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | undefined;
  readonly annotations: readonly (AnnotationInfo & { readonly at: At })[];
}

// ---- declarations

export interface Unit {
  readonly file: string;
  readonly declaration: TypeDeclaration | TriggerDeclaration | AnonymousBlock;
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration {
  readonly kind: 'class';
  readonly at: At;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superclass: TypeName | undefined;
  readonly interfaces: readonly TypeName[];
  readonly members: readonly Member[];
  /** Line of the closing brace. */
  readonly endLine?: number;
  /** Set by check: canonical name. */
  canonicalName?: string;
}

export interface InterfaceDeclaration {
  readonly kind: 'interface';
  readonly at: At;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly interfaces: readonly TypeName[];
  readonly methods: readonly MethodDeclaration[];
  canonicalName?: string;
}

export interface EnumDeclaration {
  readonly kind: 'enum';
  readonly at: At;
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly values: readonly { readonly name: string; readonly at: At }[];
  canonicalName?: string;
}

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | TypeDeclaration;

export interface FieldDeclaration {
  readonly kind: 'field';
  readonly at: At;
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly declarators: readonly Declarator[];
}

export interface Declarator {
  readonly at: At;
  readonly name: string;
  readonly value: Expression | undefined;
}

export interface PropertyDeclaration {
  readonly kind: 'property';
  readonly at: At;
  readonly modifiers: Modifiers;
  readonly type: TypeName;
  readonly name: string;
  /** A body of undefined is an automatic accessor; an undefined accessor does not exist. */
  readonly getter: Accessor | undefined;
  readonly setter: Accessor | undefined;
  /** Set by check: the implicit `value` of the setter. */
  valueVariable?: LocalVariable;
}

export interface Accessor {
  readonly at: At;
  readonly modifiers: Modifiers;
  readonly body: Block | undefined;
}

export interface MethodDeclaration {
  readonly kind: 'method';
  readonly at: At;
  readonly modifiers: Modifiers;
  readonly returns: TypeName;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Undefined for abstract and interface methods. */
  readonly body: Block | undefined;
  /** Set by check: MethodInfo.key. */
  key?: string;
}

export interface ConstructorDeclaration {
  readonly kind: 'constructor';
  readonly at: At;
  readonly modifiers: Modifiers;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** `this(...)` or `super(...)` is an ordinary first statement: an ExpressionStatement with a ConstructorCall. */
  readonly body: Block;
  key?: string;
}

export interface Parameter {
  readonly at: At;
  readonly name: string;
  readonly type: TypeName;
  readonly final?: true;
  variable?: LocalVariable;
}

export interface InitializerBlock {
  readonly kind: 'initializer';
  readonly at: At;
  readonly static: boolean;
  readonly body: Block;
}

export interface TriggerDeclaration {
  readonly kind: 'trigger';
  readonly at: At;
  readonly name: string;
  readonly object: TypeName;
  /** 'before insert', 'after update' ... in lower case. */
  readonly events: readonly string[];
  readonly body: Block;
}

/** Anonymous Apex: statements, with method and class declarations between them. */
export interface AnonymousBlock {
  readonly kind: 'anonymous';
  readonly at: At;
  readonly members: readonly (MethodDeclaration | TypeDeclaration | PropertyDeclaration | FieldDeclaration)[];
  readonly body: Block;
}

// ---- statements

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

export interface LocalDeclaration {
  readonly kind: 'local';
  readonly at: At;
  readonly type: TypeName;
  readonly declarators: readonly Declarator[];
  readonly final?: true;
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

// ---- expressions

interface ExpressionBase {
  readonly at: At;
  /** Set by check: the static type. Undefined for expressions that denote a type or a namespace. */
  type?: TypeRef;
}

export type Expression =
  | LiteralExpression
  | NameExpression
  | MemberExpression
  | CallExpression
  | ConstructorCallExpression
  | NewExpression
  | NewCollectionExpression
  | NewSObjectExpression
  | IndexExpression
  | UnaryExpression
  | BinaryExpression
  | AssignExpression
  | ConditionalExpression
  | CastExpression
  | InstanceOfExpression
  | ThisExpression
  | SuperExpression
  | TypeLiteralExpression
  | SoqlExpression
  | SoslExpression;

export interface LiteralExpression extends ExpressionBase {
  readonly kind: 'literal';
  /** Integer as number, Long as bigint, Decimal/Double literals as their text in { decimal }. */
  readonly value: null | boolean | number | bigint | string | { readonly decimal: string };
}

/** A bare name: variable, field, type or namespace. */
export interface NameExpression extends ExpressionBase {
  readonly kind: 'name';
  readonly name: string;
  target?: FieldTarget;
}

/** `receiver.name` or `receiver?.name`. */
export interface MemberExpression extends ExpressionBase {
  readonly kind: 'member';
  readonly receiver: Expression;
  readonly name: string;
  readonly safe: boolean;
  target?: FieldTarget;
}

/** `name(args)` (receiver undefined) or `receiver.name(args)`. */
export interface CallExpression extends ExpressionBase {
  readonly kind: 'call';
  readonly receiver: Expression | undefined;
  readonly name: string;
  readonly args: readonly Expression[];
  readonly safe: boolean;
  target?: CallTarget;
  /** Set by check: a list of rows (Database.query) is assigned to one row, exactly one is demanded. */
  single?: boolean;
}

/** `this(args)` or `super(args)` as the first statement of a constructor. */
export interface ConstructorCallExpression extends ExpressionBase {
  readonly kind: 'constructor-call';
  readonly to: 'this' | 'super';
  readonly args: readonly Expression[];
  target?: CallTarget;
}

/** `new Foo(args)`, including collections made by constructor: `new List<String>()`, `new Map<Id, Account>(rows)`. */
export interface NewExpression extends ExpressionBase {
  readonly kind: 'new';
  readonly typeName: TypeName;
  readonly args: readonly Expression[];
  target?: CallTarget;
}

/** `new List<String>{ 'a' }`, `new Set<Id>{ x }`, `new String[]{ 'a' }`, `new Map<String, Integer>{ 'a' => 1 }`, `new String[3]`. */
export interface NewCollectionExpression extends ExpressionBase {
  readonly kind: 'new-collection';
  readonly typeName: TypeName;
  readonly elements: readonly Expression[];
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
  readonly size: Expression | undefined;
}

/** `new Account(Name = 'x')`. Also `new Account()`: lowering cannot tell; check turns no-argument `new` of SObjects here by `target`. */
export interface NewSObjectExpression extends ExpressionBase {
  readonly kind: 'new-sobject';
  readonly typeName: TypeName;
  readonly fields: readonly { readonly at: At; readonly name: string; readonly value: Expression; resolved?: string }[];
}

export interface IndexExpression extends ExpressionBase {
  readonly kind: 'index';
  readonly receiver: Expression;
  readonly index: Expression;
}

export interface UnaryExpression extends ExpressionBase {
  readonly kind: 'unary';
  readonly operator: '-' | '+' | '!' | '~' | '++x' | '--x' | 'x++' | 'x--';
  readonly operand: Expression;
  operation?: Operation;
}

export interface BinaryExpression extends ExpressionBase {
  readonly kind: 'binary';
  readonly operator:
    | '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>'
    | '&&' | '||' | '==' | '!=' | '===' | '!==' | '<' | '>' | '<=' | '>=' | '??'; // prettier-ignore
  readonly left: Expression;
  readonly right: Expression;
  operation?: Operation;
}

export interface AssignExpression extends ExpressionBase {
  readonly kind: 'assign';
  /** '=' or the compound operator without '=': '+', '-', '*', '/', '&', '|', '^', '<<', '>>', '>>>'. */
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
  operation?: Operation;
}

export interface ConditionalExpression extends ExpressionBase {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface CastExpression extends ExpressionBase {
  readonly kind: 'cast';
  readonly typeName: TypeName;
  readonly operand: Expression;
}

export interface InstanceOfExpression extends ExpressionBase {
  readonly kind: 'instance-of';
  readonly operand: Expression;
  readonly typeName: TypeName;
}

export interface ThisExpression extends ExpressionBase {
  readonly kind: 'this';
}

export interface SuperExpression extends ExpressionBase {
  readonly kind: 'super';
}

/** `Foo.class`, `List<String>.class`. */
export interface TypeLiteralExpression extends ExpressionBase {
  readonly kind: 'type-literal';
  readonly typeName: TypeName;
}

/** `[SELECT ...]`. Its type is List of the object, Integer for COUNT(), List<AggregateResult> for aggregates. */
export interface SoqlExpression extends ExpressionBase {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  /** Set by check where a list is assigned to one row: exactly one is demanded. */
  single?: boolean;
}

export interface SoslExpression extends ExpressionBase {
  readonly kind: 'sosl';
  readonly text: string;
}
