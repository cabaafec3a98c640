import type { Condition, SelectItem, SoqlValue } from '../../compiler/ast-soql';
import { throwApex } from '../../runtime/exceptions';
import { holds, likePattern, operand } from './compare';
import type { Operand } from './compare';
import { indexKey } from '../store/keys';
import type { QueryEnv, Read, Test } from './env';
import type { RunSubquery, Target } from './operands';
import { collection, scalar } from './operands';

/** The left side of a comparison. */
export interface LeftSide {
  readonly target: Target;
  readonly read: Read;
  /** Full name of a field of the queried object itself, where an index may help. */
  readonly indexable: string | undefined;
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

export interface CompiledCondition {
  readonly prepare: Prepared;
  readonly hints: readonly Hint[];
}

export function compileCondition(condition: Condition, left: ResolveLeft, run: RunSubquery): CompiledCondition {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map((part) => compileCondition(part, left, run));
      return { prepare: all(parts.map((part) => part.prepare)), hints: parts.flatMap((part) => part.hints) };
    }
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(part, left, run).prepare);
      return { prepare: any(parts), hints: [] };
    }
    case 'not': {
      const { prepare } = compileCondition(condition.part, left, run);
      return { prepare: negate(prepare), hints: [] };
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
  const { target, read, indexable } = left;
  const leftOf = (env: QueryEnv, row: Parameters<Read>[1]): Operand => operand(read(env, row), target.caseSensitive);
  switch (operator) {
    case 'IN':
    case 'NOT IN': {
      const wanted = operator === 'IN';
      return {
        prepare: (env) => {
          const members = new Set(collection(env, right, target, run).map(memberKey));
          return (inner, row) => members.has(memberKey(leftOf(inner, row))) === wanted;
        },
        hints: wanted ? hint(indexable, (env) => collection(env, right, target, run)) : []
      };
    }
    case 'LIKE':
      return { prepare: like(leftOf, right, target, run), hints: [] };
    case 'INCLUDES':
    case 'EXCLUDES':
      return { prepare: includes(leftOf, right, target, run, operator === 'INCLUDES'), hints: [] };
    default:
      return {
        prepare: (env) => {
          const value = scalar(env, right, target);
          return (inner, row) => holds(operator, leftOf(inner, row), value);
        },
        hints:
          operator === '=' && right.kind !== 'date-literal'
            ? hint(indexable, (env) => [scalar(env, right, target)])
            : []
      };
  }
}

function hint(field: string | undefined, values: Hint['values']): readonly Hint[] {
  return field === undefined ? [] : [{ field, values }];
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
