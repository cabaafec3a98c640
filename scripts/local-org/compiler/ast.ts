/**
 * The syntax tree that lowering produces from the parser's contexts, and that checking annotates. Discriminated unions
 * on `kind`; fields marked "set by check" are undefined until the checker has run without problems on the unit.
 */
import type { AnnotationInfo, Access } from '../contracts/class-info';
import type { At, TypeName } from './ast-expressions';
import type { Block, Declarator } from './ast-statements';
import type { LocalVariable } from './bindings';

export type * from './ast-expressions';
export type * from './ast-statements';

export interface Modifiers {
  /** As written, in lower case: 'with sharing' is one of them. */
  readonly words: readonly string[];
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
  readonly annotations: readonly (AnnotationInfo & { readonly at: At; readonly written: string })[];
}

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
  readonly modifiers: Modifiers;
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
