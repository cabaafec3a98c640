import type { FieldSchema, ObjectSchema } from '../../contracts/schema';
import type { At } from '../ast';
import type { Condition, SelectItem, SoqlQuery, SoqlValue } from '../ast-soql';
import type { CheckContext } from './context';

/** Where a name of a query is looked up. */
export interface QueryPlace {
  readonly context: CheckContext;
  readonly object: ObjectSchema;
  readonly query: SoqlQuery;
  /** Lower-case names that SELECT gave to its items. */
  readonly aliases: ReadonlySet<string>;
}

export function checkItem(place: QueryPlace, item: SelectItem): FieldSchema | undefined {
  if (item.kind === 'field') return checkPath(place, item.at, item.path, item.at.column);
  if (item.kind !== 'function') return undefined;
  if (item.argument) checkItem(place, item.argument);
  return item.path ? checkPath(place, item.at, item.path, undefined) : undefined;
}

/** Follows parent relationships to the field at the end. The platform names the first part that is wrong. */
function checkPath(
  place: QueryPlace,
  at: At,
  path: readonly string[],
  column: number | undefined
): FieldSchema | undefined {
  const { context, query } = place;
  const alias = query.from.alias?.toLowerCase() ?? query.from.name.toLowerCase();
  const names = path.length > 1 && path[0]?.toLowerCase() === alias ? path.slice(1) : path;
  if (names.length === 1 && place.aliases.has(names[0]?.toLowerCase() ?? '')) return undefined;
  let object: ObjectSchema | undefined = place.object;
  let offset = path.length - names.length > 0 ? (path[0]?.length ?? 0) + 1 : 0;
  for (const [i, name] of names.entries()) {
    const here: At = column === undefined ? at : { line: at.line, column: column + offset };
    if (!object) return undefined;
    if (i === names.length - 1) return pathEnd(context, here, object, name);
    const parent = object.parentRelationship(name, context.namespace);
    if (!parent) {
      context.report(
        here,
        'soql',
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.`
      );
      return undefined;
    }
    object = parentObject(context, parent);
    offset += name.length + 1;
  }
  return undefined;
}

/** A lookup to several objects is queried through Name. */
function parentObject(context: CheckContext, lookup: FieldSchema): ObjectSchema | undefined {
  const [only, second] = lookup.referenceTo;
  const name = only !== undefined && second === undefined ? only : 'Name';
  return context.world.schema.object(name, context.namespace);
}

export function pathEnd(context: CheckContext, at: At, object: ObjectSchema, name: string): FieldSchema | undefined {
  const field = object.field(name, context.namespace);
  if (!field) {
    context.report(
      at,
      'soql',
      `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`
    );
  }
  return field;
}

export function checkCondition(place: QueryPlace, condition: Condition, semiJoin: (query: SoqlQuery) => void): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) checkCondition(place, part, semiJoin);
      return;
    case 'not':
      return checkCondition(place, condition.part, semiJoin);
    case 'compare': {
      const field = checkItem(place, condition.left);
      if (condition.right.kind === 'subquery') semiJoin(condition.right.query);
      else if (field && condition.left.kind === 'field') checkLiteral(place, condition, field);
    }
  }
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['String', 'Id']);
const DATE_LITERALS: ReadonlySet<SoqlValue['kind']> = new Set(['date', 'datetime', 'date-literal']);

/** Literals of a kind that the field can never hold: the platform refuses the query when it is run. */
function checkLiteral(place: QueryPlace, condition: Extract<Condition, { kind: 'compare' }>, field: FieldSchema): void {
  const values = condition.right.kind === 'list' ? condition.right.values : [condition.right];
  for (const value of values) {
    if (fits(field.type.name, value)) continue;
    const message = `value of filter criterion for field '${field.name}' must be of type ${field.type.name.toLowerCase()}`;
    place.context.report(condition.at, 'soql', message);
    return;
  }
}

function fits(type: string, value: SoqlValue): boolean {
  const text = TEXT_TYPES.has(type);
  const date = type === 'Date' || type === 'Datetime';
  const number = type === 'Integer' || type === 'Long' || type === 'Double' || type === 'Decimal';
  if (!text && !date && !number && type !== 'Boolean') return true;
  if (value.kind === 'string') return text;
  if (value.kind === 'number') return number;
  if (value.kind === 'boolean') return type === 'Boolean';
  return DATE_LITERALS.has(value.kind) ? date : true;
}
