import type { TypeRef } from '../../contracts/type-ref';
import type { MethodMember, TypeIndex } from '../bind/members';
import { conversionCost } from './conversions';

export type Chosen =
  | { readonly kind: 'one'; readonly method: MethodMember }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly methods: readonly MethodMember[] };

/** The most specific method that takes arguments of these static types. */
export function chooseOverload(
  index: TypeIndex,
  candidates: readonly MethodMember[],
  args: readonly TypeRef[]
): Chosen {
  const applicable = candidates.flatMap((method) => {
    const costs = costsOf(index, method, args);
    return costs ? [{ method, costs }] : [];
  });
  const [only] = applicable;
  if (!only) return { kind: 'none' };
  if (applicable.length === 1) return { kind: 'one', method: only.method };
  const best = applicable.filter((a) => applicable.every((b) => a === b || notWorse(a.costs, b.costs)));
  const [winner] = best;
  if (best.length === 1 && winner) return { kind: 'one', method: winner.method };
  const left = best.length > 0 ? best : applicable;
  return declared(left) && args.some((arg) => arg.name === 'null') ? cheapest(left) : closest(index, left);
}

interface Applicable {
  readonly method: MethodMember;
  readonly costs: readonly number[];
}

/** Equal conversions (null fits everything): the one whose parameters convert to those of all others. */
function closest(index: TypeIndex, applicable: readonly Applicable[]): Chosen {
  const narrowest = applicable.filter((a) =>
    applicable.every((b) => a === b || costsOf(index, b.method, a.method.parameters) !== undefined)
  );
  const [winner] = narrowest;
  if (narrowest.length === 1 && winner) return { kind: 'one', method: winner.method };
  return cheapest(applicable);
}

/** Among a project's own methods null does not prefer the narrower type; the platform's tables are not that exact. */
function declared(applicable: readonly Applicable[]): boolean {
  return applicable.every(({ method }) => method.symbol !== undefined);
}

function cheapest(applicable: readonly Applicable[]): Chosen {
  const sums = applicable.map((each) => each.costs.reduce((a, b) => a + b, 0));
  const least = Math.min(...sums);
  const found = applicable.filter((_each, i) => sums[i] === least);
  const [first] = found;
  if (first && found.length === 1) return { kind: 'one', method: first.method };
  return { kind: 'ambiguous', methods: found.map((each) => each.method) };
}

function costsOf(index: TypeIndex, method: MethodMember, args: readonly TypeRef[]): readonly number[] | undefined {
  if (method.parameters.length !== args.length) return undefined;
  const costs: number[] = [];
  for (const [i, arg] of args.entries()) {
    const cost = conversionCost(index, arg, method.parameters[i]!);
    if (cost === undefined) return undefined;
    costs.push(cost);
  }
  return costs;
}

function notWorse(a: readonly number[], b: readonly number[]): boolean {
  return a.every((cost, i) => cost <= b[i]!) && a.some((cost, i) => cost < b[i]!);
}
