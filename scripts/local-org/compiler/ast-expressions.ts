/** Expressions and queries of the syntax tree: one file, since each contains the other. */
import type { TypeRef } from '../contracts/type-ref';
import type { CallTarget, FieldTarget, Operation } from './bindings';

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
  /** Set by check where a query is given as text: the variables that it may bind. */
  bindable?: readonly NameExpression[];
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

// ---- queries

export interface SoqlQuery {
  readonly at: At;
  readonly select: readonly SelectItem[];
  readonly from: { readonly at: At; readonly name: string; readonly alias: string | undefined };
  readonly using: string | undefined;
  readonly where: Condition | undefined;
  /** WITH USER_MODE, SYSTEM_MODE, SECURITY_ENFORCED; other WITH clauses by their text. */
  readonly with: string | undefined;
  readonly groupBy: readonly SelectItem[];
  readonly groupByFunction: 'ROLLUP' | 'CUBE' | undefined;
  readonly having: Condition | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly limit: SoqlValue | undefined;
  readonly offset: SoqlValue | undefined;
  readonly allRows: boolean;
  /** FOR UPDATE, VIEW, REFERENCE. */
  readonly forClause: 'UPDATE' | 'VIEW' | 'REFERENCE' | undefined;
}

export type SelectItem =
  | { readonly kind: 'field'; readonly at: At; readonly path: readonly string[]; readonly alias: string | undefined }
  | {
      readonly kind: 'function';
      readonly at: At;
      /** Upper case: COUNT, COUNT_DISTINCT, SUM, MIN, MAX, AVG, FORMAT, TOLABEL, CALENDAR_YEAR ... */
      readonly name: string;
      readonly path: readonly string[] | undefined;
      readonly alias: string | undefined;
      /** FORMAT(MIN(x)): the function inside; `path` is then undefined. */
      readonly argument?: SelectItem;
      /** The date is taken in the user's time zone: CALENDAR_YEAR(convertTimezone(x)). */
      readonly inUserZone?: true;
      /** DISTANCE(...) as written. */
      readonly text?: string;
    }
  | { readonly kind: 'subquery'; readonly at: At; readonly query: SoqlQuery; readonly alias: string | undefined }
  /** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM). */
  | { readonly kind: 'fields'; readonly at: At; readonly which: 'ALL' | 'STANDARD' | 'CUSTOM' }
  | { readonly kind: 'typeof'; readonly at: At; readonly text: string };

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly at: At;
      readonly left: SelectItem;
      readonly operator:
        '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES'; // prettier-ignore
      readonly right: SoqlValue;
    };

export type SoqlValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As written, with sign and decimals. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** ISO text as written: 2026-01-01 or 2026-01-01T00:00:00Z. */
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** TODAY, LAST_N_DAYS:30 ... in upper case. */
  | { readonly kind: 'date-literal'; readonly name: string; readonly n: number | undefined }
  | { readonly kind: 'list'; readonly values: readonly SoqlValue[] }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  /** `:expression`. In a dynamic query, a name or dotted name. */
  | { readonly kind: 'bind'; readonly expression: Expression }
  /** A bind in a query constant of generated code: its value is passed in beside the query. */
  | { readonly kind: 'bind-index'; readonly index: number };

export interface OrderItem {
  readonly at: At;
  readonly item: SelectItem;
  readonly descending: boolean;
  /** 'FIRST' is the platform's default. */
  readonly nulls: 'FIRST' | 'LAST';
}
