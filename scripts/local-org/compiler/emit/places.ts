/** Things that can be read and written: variables, fields, properties, elements. */
import type { Expression, IndexExpression, MemberExpression, NameExpression } from '../ast';
import type { FieldTarget } from '../bindings';
import type { FunctionContext } from './context';
import { fieldName, getterName, quote, setterName } from './names';
import { valueAs } from './conversions';
import { typeRef } from '../../contracts/type-ref';

export interface Place {
  readonly read: string;
  /** Code that stores a value. `direct` places are JavaScript assignments, whose own value is the stored one. */
  readonly write: (value: string) => string;
  readonly direct: boolean;
}

type FieldOf<K extends FieldTarget['kind']> = Extract<FieldTarget, { kind: K }>;

/** A place whose receiver's code is already checked against null and safe to evaluate as often as `read` and `write` do. */
export function memberPlace(context: FunctionContext, target: FieldTarget, receiver: string): Place {
  switch (target.kind) {
    case 'local':
      return variable(context.local(target.variable));
    case 'field':
      return fieldPlace(context, target, receiver);
    case 'sobject-field':
      return sobjectField(context, target, receiver);
    case 'platform-field':
      return platformField(context, target, receiver);
    default:
      return { read: constantMember(context, target), write: () => notAssignable(target), direct: false };
  }
}

export function indexPlace(context: FunctionContext, receiver: string, index: string): Place {
  return {
    read: `${context.helper('elementAt')}(${receiver}, ${index})`,
    write: (value) => `${context.helper('setElement')}(${receiver}, ${index}, ${value})`,
    direct: false
  };
}

function variable(name: string): Place {
  return { read: name, write: (value) => `${name} = ${value}`, direct: true };
}

function fieldPlace(context: FunctionContext, target: FieldOf<'field'>, receiver: string): Place {
  const { index } = context.unit;
  const throughAccessors = !target.backing && (target.property || index.isPolymorphic(target.owner, target.name));
  if (throughAccessors) {
    const owner = target.static ? `${context.unit.handle(target.owner)}.cls` : receiver;
    return {
      read: context.wait(`${owner}[${quote(getterName(target.name))}]()`),
      write: (value) => context.wait(`${owner}[${quote(setterName(target.name))}](${value})`),
      direct: false
    };
  }
  const holder = target.static ? statics(context, target.owner) : receiver === 'super' ? 'this' : receiver;
  return variable(`${holder}.${fieldName(index, target.owner, target.name)}`);
}

/** The static variables of a class in the running transaction; first use runs the class's static initialisers. */
export function statics(context: FunctionContext, owner: string): string {
  const handle = context.unit.handle(owner);
  const first = `${handle}.cls.$statics()`;
  return `(${context.transaction()}.statics[${handle}.slot] ?? ${context.generator ? `(yield* ${first})` : first})`;
}

function sobjectField(context: FunctionContext, target: FieldOf<'sobject-field'>, receiver: string): Place {
  const name = quote(target.name);
  return {
    read: `${context.helper('rowField')}(${receiver}, ${name})`,
    write: (value) => `${context.helper('putRowField')}(${receiver}, ${name}, ${value})`,
    direct: false
  };
}

function platformField(context: FunctionContext, target: FieldOf<'platform-field'>, receiver: string): Place {
  const how = target.static ? 'static' : 'instance';
  const self = target.static ? [] : [receiver];
  return {
    read: context.library(target.owner, target.name, how, self),
    write: (value) => context.library(target.owner, `${target.name}=`, how, [...self, value]),
    direct: false
  };
}

function constantMember(context: FunctionContext, target: FieldTarget): string {
  const { unit } = context;
  switch (target.kind) {
    case 'enum-value':
      return target.platform
        ? context.library(target.owner, target.name, 'static', [])
        : unit.constant('E', `$.enumValue(${quote(target.owner)}, ${quote(target.name)})`);
    case 'sobject-type':
      return `rt.data.sobjectType(rt, ${quote(target.object)})`;
    case 'sobject-field-token':
      return `rt.data.fieldToken(rt, ${quote(target.object)}, ${quote(target.field)})`;
    case 'label':
      return `rt.data.label(rt, ${quote(target.namespace)}, ${quote(target.name)})`;
    case 'page':
      return context.library('System.PageReference', '<init>(String)', 'static', [quote(`/apex/${target.name}`)]);
    case 'text':
      return quote(target.text);
    case 'sobject-describe':
      return describe(context, target);
    default:
      throw new Error(`A ${target.kind} is not a value: checking should have refused it.`);
  }
}

function describe(context: FunctionContext, target: FieldOf<'sobject-describe'>): string {
  const object = quote(target.object);
  return target.field === undefined
    ? context.library('Schema.SObjectType', 'getDescribe()', 'instance', [`rt.data.sobjectType(rt, ${object})`])
    : context.library('Schema.SObjectField', 'getDescribe()', 'instance', [
        `rt.data.fieldToken(rt, ${object}, ${quote(target.field)})`
      ]);
}

function notAssignable(target: FieldTarget): never {
  throw new Error(`A ${target.kind} cannot be assigned to: checking should have refused it.`);
}

export type Assignable = NameExpression | MemberExpression | IndexExpression;

export function isAssignable(expression: Expression): expression is Assignable {
  return expression.kind === 'name' || expression.kind === 'member' || expression.kind === 'index';
}

export function targetOf(expression: NameExpression | MemberExpression): FieldTarget {
  if (expression.target) return expression.target;
  throw new Error(`${expression.name} at line ${expression.at.line} is not bound: check the unit before emitting it.`);
}

/** Whether the place needs an object of its own, as against `this`, a static or a local. */
export function needsReceiver(target: FieldTarget): boolean {
  switch (target.kind) {
    case 'field':
      return !target.static;
    case 'platform-field':
      return !target.static;
    case 'sobject-field':
      return true;
    default:
      return false;
  }
}

export function indexCode(context: FunctionContext, expression: IndexExpression): string {
  return valueAs(context, expression.index, typeRef('Integer'));
}
