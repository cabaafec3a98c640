import type { Condition, SelectItem, SoqlValue } from '../../compiler/ast-soql';
import type { FieldSchema } from '../../contracts/schema';
import { throwApex } from '../../runtime/exceptions';
import { holds, likePattern, operand } from './compare';
import type { Operand } from './compare';
import { indexKey } from '../store/keys';
import type { QueryEnv, Read, Test } from './env';
import type { RunSubquery, Target } from './operands';
import { bindsCollection, collection, scalar } from './operands';

/** The left side of a comparison. */
export interface LeftSide {
  readonly target: Target;
  readonly read: Read;
  /** Full name of a field of the queried object itself, where an index may help. */
  readonly indexable: string | undefined;
  /** The field, where it is one of the queried object itself and no function is applied. */
  readonly own?: FieldSchema;
}

export type ResolveLeft = (item: SelectItem) => LeftSide;

type Compare = Condition & { readonly kind: 'compare' };

/** A test with its values fetched once per execution, not once per row. */
export type Prepared = (env: QueryEnv) => Test;

/** Rows that a condition can hold for at all, through an index. */
export interface Hint {
  readonly field: string;
  values(env: QueryEnv): readonly Operand[];
}

/** A comparison that every row of the answer has to meet: what an index of the platform could serve. */
export interface Filter {
  readonly field: FieldSchema;
  readonly operator: Compare['operator'];
  readonly prepare: Prepared;
  /** What the field has to be equal to; undefined for other operators. */
  readonly values: Hint['values'] | undefined;
}

export interface CompiledCondition {
  readonly prepare: Prepared;
  readonly hints: readonly Hint[];
  readonly filters: readonly Filter[];
}

export function compileCondition(condition: Condition, left: ResolveLeft, run: RunSubquery): CompiledCondition {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map((part) => compileCondition(part, left, run));
      return {
        prepare: all(parts.map((part) => part.prepare)),
        hints: parts.flatMap((part) => part.hints),
        filters: parts.flatMap((part) => part.filters)
      };
    }
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(part, left, run).prepare);
      return { prepare: any(parts), hints: [], filters: [] };
    }
    case 'not': {
      const { prepare } = compileCondition(condition.part, left, run);
      return { prepare: negate(prepare), hints: [], filters: [] };
    }
    case 'compare':
      return compileComparison(condition, left(condition.left), run);
  }
}

function all(parts: readonly Prepared[]): Prepared {
  return (env) => {
    const tests = parts.map((part) => part(env));
    return (inner, row) => tests.every((test) => test(inner, row));
  };
}

function any(parts: readonly Prepared[]): Prepared {
  return (env) => {
    const tests = parts.map((part) => part(env));
    return (inner, row) => tests.some((test) => test(inner, row));
  };
}

function negate(part: Prepared): Prepared {
  return (env) => {
    const test = part(env);
    return (inner, row) => !test(inner, row);
  };
}

function compileComparison(condition: Compare, left: LeftSide, run: RunSubquery): CompiledCondition {
  const { operator, right } = condition;
  const { target, indexable, own } = left;
  const prepare = prepareComparison(condition, left, run);
  const values = wantedValues(operator, right, target, run);
  return {
    prepare,
    hints: values && indexable !== undefined ? [{ field: indexable, values }] : [],
    filters: own ? [{ field: own, operator, prepare, values }] : []
  };
}

function prepareComparison({ operator, right }: Compare, left: LeftSide, run: RunSubquery): Prepared {
  const { target, read } = left;
  const leftOf = (env: QueryEnv, row: Parameters<Read>[1]): Operand => operand(read(env, row), target.caseSensitive);
  switch (operator) {
    case 'IN':
    case 'NOT IN': {
      const wanted = operator === 'IN';
      return (env) => {
        const members = new Set(collection(env, right, target, run).map(memberKey));
        return (inner, row) => members.has(memberKey(leftOf(inner, row))) === wanted;
      };
    }
    case 'LIKE':
      return like(leftOf, right, target, run);
    case 'INCLUDES':
    case 'EXCLUDES':
      return includes(leftOf, right, target, run, operator === 'INCLUDES');
    default:
      return (env) => {
        if (isEquality(operator) && bindsCollection(env, right)) {
          const members = new Set(collection(env, right, target, run).map(memberKey));
          return (inner, row) => members.has(memberKey(leftOf(inner, row))) === (operator === '=');
        }
        const value = scalar(env, right, target);
        return (inner, row) => holds(operator, leftOf(inner, row), value);
      };
  }
}

function wantedValues(
  operator: Compare['operator'],
  right: SoqlValue,
  target: Target,
  run: RunSubquery
): Hint['values'] | undefined {
  if (operator === 'IN') return (env) => collection(env, right, target, run);
  if (operator === '=' && right.kind !== 'date-literal')
    return (env) => (bindsCollection(env, right) ? collection(env, right, target, run) : [scalar(env, right, target)]);
  return undefined;
}

/** `= :ids` with a collection means one of them, as IN does. */
function isEquality(operator: Compare['operator']): boolean {
  return operator === '=' || operator === '!=';
}

/** Numbers of different kinds are the same member. */
function memberKey(value: Operand): Operand | undefined {
  return value === null || typeof value === 'string' ? value : indexKey(value);
}

type LeftOf = (env: QueryEnv, row: Parameters<Read>[1]) => Operand;

function like(leftOf: LeftOf, right: SoqlValue, target: Target, run: RunSubquery): Prepared {
  return (env) => {
    const patterns = collection(env, right, target, run).map((value) => {
      if (typeof value !== 'string') {
        throwApex('System.QueryException', `invalid operator on ${target.name}: LIKE needs text on both sides`);
      }
      return likePattern(value);
    });
    return (inner, row) => {
      const value = leftOf(inner, row);
      return typeof value === 'string' && patterns.some((pattern) => pattern.test(value));
    };
  };
}

/** 'A;B' asks for both, several values ask for any. */
function includes(leftOf: LeftOf, right: SoqlValue, target: Target, run: RunSubquery, wanted: boolean): Prepared {
  return (env) => {
    const groups = collection(env, right, target, run).map((value) => String(value).split(';'));
    return (inner, row) => {
      const value = leftOf(inner, row);
      const chosen = new Set(typeof value === 'string' ? value.split(';') : []);
      return groups.some((group) => group.every((member) => chosen.has(member))) === wanted;
    };
  };
}
