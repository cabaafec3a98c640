/** What checking finds out about names, members, calls and operators, and the emitter needs to know. */
import type { TypeRef } from '../contracts/type-ref';

/** One per declaration, shared by all uses, so that the emitter can give it a unique JavaScript name. */
export interface LocalVariable {
  readonly name: string;
  readonly type: TypeRef;
}

/** What a name or `receiver.name` denotes. Canonical names throughout. */
export type FieldTarget =
  | { readonly kind: 'local'; readonly variable: LocalVariable }
  /** A field of a project's class; `backing` when a property's accessor means its own backing field. */
  | {
      readonly kind: 'field';
      readonly owner: string;
      readonly name: string;
      readonly static: boolean;
      /** Declared with accessor bodies, so read and written through calls. */
      readonly property: boolean;
      readonly backing: boolean;
    }
  | { readonly kind: 'enum-value'; readonly owner: string; readonly name: string; readonly platform: boolean }
  /** A static or instance field of a platform type: AccessLevel.USER_MODE, Trigger.new. */
  | { readonly kind: 'platform-field'; readonly owner: string; readonly name: string; readonly static: boolean }
  /** A field or parent relationship of an SObject value; `object` undefined when only SObject is known. */
  | {
      readonly kind: 'sobject-field';
      readonly object: string;
      /** Full API name of the field, or relationship name ('Connection__r'). */
      readonly name: string;
      readonly relationship: 'parent' | 'children' | undefined;
    }
  | { readonly kind: 'sobject-type'; readonly object: string }
  | { readonly kind: 'sobject-field-token'; readonly object: string; readonly field: string }
  | { readonly kind: 'label'; readonly namespace: string; readonly name: string }
  /** `Page.Name`. */
  | { readonly kind: 'page'; readonly name: string }
  /** A text that is known by name: `Ticket__Share.RowCause.Manual`. */
  | { readonly kind: 'text'; readonly text: string }
  /** Only as the receiver of something else. */
  | { readonly kind: 'type'; readonly type: TypeRef }
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'sobject-describe'; readonly object: string; readonly field: string | undefined };

export type CallTarget =
  /** A method or constructor of a project's class. `virtual`: dispatched on the receiver. */
  | {
      readonly kind: 'project';
      readonly owner: string;
      readonly key: string;
      readonly static: boolean;
      readonly virtual: boolean;
      /** Receiver is implicit `this` or `super`. */
      readonly receiver: 'explicit' | 'this' | 'super' | 'none';
      readonly parameters: readonly TypeRef[];
      readonly returns: TypeRef;
    }
  /** A method or constructor of a platform type, by the key of its declaration in the type tables. */
  | {
      readonly kind: 'platform';
      readonly owner: string;
      readonly key: string;
      readonly static: boolean;
      /** Receiver is implicit `this`/`super` where a project's class extends a platform class (exceptions). */
      readonly receiver: 'explicit' | 'this' | 'super' | 'none';
      /** With type variables replaced by what the receiver binds them to. */
      readonly parameters: readonly TypeRef[];
      readonly returns: TypeRef;
    };

/**
 * Platform calls whose owner stands in no type table. All are CallTargets of kind 'platform':
 * - 'System.CustomSettingMethods': getInstance(), getInstance(Id|String), getOrgDefaults(), getAll(),
 *   getValues(Id|String); 'System.CustomMetadataMethods': getAll(), getInstance(String). Static; the emitter passes the
 *   object first, as text: the receiver expression's target is { kind: 'type' } of the SObject.
 * - 'System.SObjectStaticMethods': getSObjectType(), static, with the object passed first in the same way.
 * - 'System.EnumMethods', for the project's enums and the platform's: values() and valueOf(String) are static and get
 *   the enum's canonical name first, again from the receiver's target; name() and ordinal() get the value as receiver.
 * - 'System.FieldErrorMethods': `row.Field__c.addError(...)`: addError(String), addError(String,Boolean), with the row,
 *   the field's name, and the arguments; the call's receiver is the field access, which must not be read.
 * - 'System.ClassMethods': clone(), of every object of a project's class, with the object as receiver.
 * The methods and types of anonymous Apex belong to a class 'anonymous' of its namespace ('c.anonymous'), all static.
 * Every value also has toString(), equals(Object) and hashCode() of owner 'Object'.
 *
 * A class without constructors has '<init>()'; an exception class has '<init>()', '<init>(String)',
 * '<init>(System.Exception)' and '<init>(String,System.Exception)' unless it declares them. Calls of these are targets of
 * kind 'project', they are listed in ClassInfo.constructors, and have no declaration in the tree.
 */

/** Which arithmetic or comparison an operator means, from the promoted static types of its operands. */
export type Operation =
  | { readonly kind: 'integer' | 'long' | 'double' | 'decimal' | 'boolean' | 'string-concat' }
  /** + and - on Date, Datetime and Time with a number of days. */
  | { readonly kind: 'date' | 'datetime' | 'time' }
  /** == on strings ignores case; ids compare by their 18 characters; 'value' is Apex equality of anything else. */
  | {
      readonly kind: 'compare-string' | 'compare-id' | 'compare-number' | 'compare-date' | 'compare-value' | 'identity';
    };
