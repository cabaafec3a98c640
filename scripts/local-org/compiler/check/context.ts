import type { TypeRef } from '../../contracts/type-ref';
import type { At, Expression, Statement, TypeName } from '../ast';
import type { Report } from '../diagnostics';
import { typeOrReport } from '../bind/headers';
import type { TypeIndex } from '../bind/members';
import type { NameScope } from '../bind/resolve';
import type { ClassSymbol, FieldSymbol } from '../bind/symbols';
import type { ProgramSymbols } from '../bind/world';
import { Scope } from './scope';

/** What a name or dotted name denotes while it is read from left to right. */
export type Denotation =
  | { readonly kind: 'value'; readonly type: TypeRef }
  /** `path` is the name as written, since `Database` is a class and a namespace. */
  | { readonly kind: 'type'; readonly type: TypeRef; readonly path: readonly string[] }
  | { readonly kind: 'namespace'; readonly path: readonly string[] }
  /** `SObjectType.Account.fields`: what follows is a field's describe; after `Account.fields`, a field's token. */
  | { readonly kind: 'describe-fields' | 'token-fields'; readonly object: string; readonly type: TypeRef }
  | { readonly kind: 'unknown' };

/** The mutually recursive parts, handed in so that none imports another that imports it. */
export interface CheckParts {
  readonly expression: (context: CheckContext, expression: Expression, expected?: TypeRef) => TypeRef;
  readonly denote: (context: CheckContext, expression: Expression) => Denotation;
  readonly statement: (context: CheckContext, statement: Statement) => void;
}

/** The function or initialiser being checked. */
export interface Frame {
  readonly static: boolean;
  /** Undefined where no value may be returned: constructors and initialisers. */
  readonly returns: TypeRef | undefined;
  readonly kind: 'method' | 'constructor' | 'initializer' | 'accessor' | 'trigger' | 'anonymous';
  /** Inside a property's accessor its name is the backing field. */
  readonly property: FieldSymbol | undefined;
}

export interface ContextFacts {
  readonly index: TypeIndex;
  readonly report: Report;
  readonly parts: CheckParts;
  readonly namespace: string;
  readonly symbol: ClassSymbol | undefined;
  readonly frame: Frame;
  /** Set in a trigger: Trigger.new holds rows of it. */
  readonly triggerObject: TypeRef | undefined;
  readonly loop: boolean;
  readonly scope: Scope;
}

export class CheckContext {
  constructor(readonly facts: ContextFacts) {}

  get index(): TypeIndex {
    return this.facts.index;
  }

  get world(): ProgramSymbols {
    return this.facts.index.world;
  }

  get symbol(): ClassSymbol | undefined {
    return this.facts.symbol;
  }

  get namespace(): string {
    return this.facts.namespace;
  }

  get scope(): Scope {
    return this.facts.scope;
  }

  get names(): NameScope {
    return { namespace: this.facts.namespace, symbol: this.facts.symbol };
  }

  report(at: At, rule: string, message: string): void {
    this.facts.report(at, rule, message);
  }

  with(changes: Partial<ContextFacts>): CheckContext {
    return new CheckContext({ ...this.facts, ...changes });
  }

  /** A nested block. */
  nested(changes: Partial<ContextFacts> = {}): CheckContext {
    return this.with({ ...changes, scope: new Scope(this.scope) });
  }

  expression(expression: Expression, expected?: TypeRef): TypeRef {
    return this.facts.parts.expression(this, expression, expected);
  }

  denote(expression: Expression): Denotation {
    return this.facts.parts.denote(this, expression);
  }

  statement(statement: Statement): void {
    this.facts.parts.statement(this, statement);
  }

  type(name: TypeName): TypeRef {
    return typeOrReport(this.world, this.names, name, this.facts.report);
  }
}
