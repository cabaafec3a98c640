/** `new` of what the platform provides a notation for: lists, sets, maps and SObject rows. */
import type { TypeRef } from '../../contracts/type-ref';
import { typeRef } from '../../contracts/type-ref';
import type { NewCollectionExpression, NewExpression, NewSObjectExpression } from '../ast';
import { argumentCodes } from './calls';
import type { FunctionContext } from './context';
import { valueAs } from './conversions';
import { quote } from './names';

const MAKERS: Readonly<Record<string, string>> = { List: 'newList', Set: 'newSet', Map: 'newMap' };

/** `new List<String>()` and the like: the type arguments must reach the value, which no library constructor sees. */
export function newCollectionByConstructor(context: FunctionContext, node: NewExpression): string | undefined {
  const { type } = node.typeName;
  const maker = type && MAKERS[type.name];
  if (type && maker !== undefined) {
    const args = argumentCodes(context, node.args, node.target?.parameters ?? []);
    return `${context.helper(maker)}(${[context.unit.type(type), ...args].join(', ')})`;
  }
  return type && isSObject(context, node, type) ? newSObject(context, type, []) : undefined;
}

/** Checking leaves `new Account()` without a constructor to call. */
function isSObject(context: FunctionContext, node: NewExpression, type: TypeRef): boolean {
  if (node.args.length > 0 || !type.name.startsWith('Schema.')) return false;
  return node.target === undefined || !context.unit.index.declaration(node.target.owner);
}

export function newCollection(context: FunctionContext, node: NewCollectionExpression): string {
  const { type } = node.typeName;
  if (!type) throw new Error(`The collection at line ${node.at.line} has no type: check the unit before emitting it.`);
  const description = context.unit.type(type);
  if (node.size)
    return `${context.helper('listOfSize')}(${description}, ${valueAs(context, node.size, typeRef('Integer'))})`;
  const [first, second] = type.args;
  if (type.name === 'Map') {
    const entries = node.entries.flatMap(({ key, value }) => [
      valueAs(context, key, first),
      valueAs(context, value, second)
    ]);
    return `${context.helper('mapOf')}(${description}, [${entries.join(', ')}])`;
  }
  const elements = node.elements.map((element) => valueAs(context, element, first)).join(', ');
  return `${context.helper(type.name === 'Set' ? 'setOf' : 'listOf')}(${description}, [${elements}])`;
}

export function newSObject(context: FunctionContext, type: TypeRef, fields: NewSObjectExpression['fields']): string {
  const object = type.name.replace(/^Schema\./, '');
  if (fields.length === 0) return `rt.data.newSObject(rt, ${quote(object)})`;
  const names = fields.map((field) => field.resolved ?? field.name);
  const values = fields.map((field, i) => {
    const wanted = context.unit.options.fieldType?.(object, names[i]!);
    return valueAs(context, field.value, wanted);
  });
  return `${context.helper('newRow')}(${quote(object)}, ${context.unit.json('N', names)}, [${values.join(', ')}])`;
}
