/** How a class appears to the data layer and in stack traces. */
import type { ClassInfo } from '../../contracts/class-info';
import type { UnitContext } from './context';

export function codeContext(unit: UnitContext, info: ClassInfo): string {
  return unit.json('C', { namespace: info.namespace, className: info.name, sharing: info.sharing });
}

/** 'Class.Outer.Inner', to which the method's name is added. */
export function scopeOf(info: ClassInfo): string {
  return info.name.endsWith('.anonymous') ? 'AnonymousBlock' : `Class.${info.displayName}`;
}
