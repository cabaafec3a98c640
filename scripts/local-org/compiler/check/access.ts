import type { Access } from '../../contracts/class-info';
import type { NameScope } from '../bind/resolve';
import { hasAnnotation, outermost, type ClassSymbol, type MemberFacts } from '../bind/symbols';
import { classNamed, type ProgramSymbols } from '../bind/world';

/** Whether code in `scope` may use a member of this access, which may be narrower than the member's own (accessors). */
export function mayUse(world: ProgramSymbols, scope: NameScope, member: MemberFacts, access: Access): boolean {
  const { owner } = member;
  if (owner.namespace !== scope.namespace) return access === 'global';
  if (access === 'public' || access === 'global') return true;
  const from = scope.symbol;
  if (!from) return false;
  if (outermost(from) === outermost(owner)) return true;
  if (from.isTest && hasAnnotation(member.modifiers, 'testvisible')) return true;
  return access === 'protected' && enclosing(from).some((symbol) => inherits(world, symbol, owner));
}

function enclosing(symbol: ClassSymbol): readonly ClassSymbol[] {
  return symbol.outer ? [symbol, ...enclosing(symbol.outer)] : [symbol];
}

/** Bounded by the classes seen, since a wrong program may inherit in a circle. */
export function inherits(world: ProgramSymbols, symbol: ClassSymbol, ancestor: ClassSymbol): boolean {
  const seen = new Set<ClassSymbol>();
  for (let current: ClassSymbol | undefined = symbol; current && !seen.has(current);) {
    if (current === ancestor) return true;
    seen.add(current);
    current = current.superclass ? classNamed(world, current.superclass.name) : undefined;
  }
  return false;
}
