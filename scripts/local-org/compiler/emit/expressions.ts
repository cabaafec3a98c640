/** Expressions to JavaScript. Each kind's rules are in the module that it dispatches to. */
import type { TypeRef } from '../../contracts/type-ref';
import type { Expression, LiteralExpression, TypeName } from '../ast';
import { assign, step } from './assignments';
import { construct, constructorCall } from './calls';
import { chain } from './chains';
import { newCollection, newCollectionByConstructor, newSObject } from './creations';
import type { FunctionContext } from './context';
import { cast, numericConstant, valueAs } from './conversions';
import { quote } from './names';
import { binary, truth, unary } from './operators';
import { staticQuery } from './soql';

export function expression(context: FunctionContext, node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return literal(context, node);
    case 'name':
    case 'member':
    case 'call':
    case 'index':
      return chain(context, node);
    case 'constructor-call':
      return constructorCall(context, node);
    case 'new':
      return newCollectionByConstructor(context, node) ?? construct(context, node);
    case 'new-collection':
      return newCollection(context, node);
    case 'new-sobject':
      return newSObject(context, boundType(node.typeName), node.fields);
    case 'unary':
      return isStep(node.operator) ? step(context, node, true) : unary(context, node);
    case 'binary':
      return binary(context, node);
    case 'assign':
      return assign(context, node, true);
    case 'conditional':
      return `(${truth(context, node.condition)} ? ${valueAs(context, node.then, node.type)} : ${valueAs(context, node.otherwise, node.type)})`;
    case 'cast':
      return cast(context, context.expression(node.operand), node.operand.type, boundType(node.typeName));
    case 'instance-of':
      return `rt.instanceOf(${context.expression(node.operand)}, ${context.unit.type(boundType(node.typeName))})`;
    case 'this':
      return 'this';
    case 'type-literal':
      return `${context.helper('typeLiteral')}(${context.unit.type(boundType(node.typeName))})`;
    case 'soql':
      return staticQuery(context, node);
    case 'sosl':
      return `${context.helper('unsupported')}('SOSL', ${quote(node.text)})`;
    case 'super':
      throw new Error('super is not a value: checking should have refused it.');
  }
}

/** An expression whose value nobody uses. */
export function effect(context: FunctionContext, node: Expression): string {
  if (node.kind === 'assign') return assign(context, node, false);
  if (node.kind === 'unary' && isStep(node.operator)) return step(context, node, false);
  return context.expression(node);
}

function isStep(operator: string): boolean {
  return operator.length === 3;
}

function literal(context: FunctionContext, node: LiteralExpression): string {
  const { value } = node;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
  if (typeof value === 'bigint') return value < 0n ? `(${value}n)` : `${value}n`;
  return numericConstant(context, value.decimal, node.type?.name === 'Double' ? 'Double' : 'Decimal');
}

function boundType(name: TypeName): TypeRef {
  if (name.type) return name.type;
  throw new Error(
    `Type ${name.parts.join('.')} at line ${name.at.line} is not bound: check the unit before emitting it.`
  );
}
