/** Runs the text of a compiled unit once: it registers its classes and triggers with the linking interface. */
import type { CompiledUnit } from '../contracts/program';
import type { TypeRef } from '../contracts/type-ref';
import { ApexDecimal } from '../runtime/decimal';
import { ApexDouble } from '../runtime/double';
import type { ClassDefiner, ClassHandle } from './class-handle';
import type { Linker } from './linker';
import type { Registry } from './registry';
import { scriptName } from './stack';

export type TriggerBody = () => unknown;

export interface UnitHost {
  readonly helpers: object;
  readonly registry: Registry;
  readonly linker: Linker;
  /** One TypeRef object per type, so that tests on types can be remembered by identity. */
  readonly types: Map<string, TypeRef>;
}

/** What `$` is in generated code. `file` is the unit's number for coverage. */
export function instantiate(host: UnitHost, unit: CompiledUnit, file: number): Map<string, TriggerBody> {
  const triggers = new Map<string, TriggerBody>();
  const { registry, linker, types } = host;
  const interfaceOfUnit: object = Object.assign(Object.create(host.helpers) as object, {
    file,
    handle: (name: string): ClassHandle => registry.handle(name),
    library: linker.link.bind(linker),
    type(text: string, type: TypeRef): TypeRef {
      const known = types.get(text);
      if (!known) types.set(text, type);
      return known ?? type;
    },
    decimal: (text: string) => ApexDecimal.parse(text),
    double: (text: string) => new ApexDouble(Number(text)),
    enumValue: (type: string, name: string) => registry.enumValue(type, name),
    define(name: string, definer: ClassDefiner) {
      registry.handle(name).definer = definer;
    },
    trigger: (name: string, body: TriggerBody) => triggers.set(name, body)
  });
  evaluate(unit)(interfaceOfUnit);
  return triggers;
}

/**
 * In the realm of this module, so that arrays and errors of generated code are instances of the same classes as the
 * library's, also where a test runner makes realms of its own. The text starts on the wrapper's line: lines of the
 * script are those of the source map.
 */
function evaluate(unit: CompiledUnit): (link: object) => void {
  const inThisRealm = globalThis.eval;
  return inThisRealm(`(function ($) {${unit.code}\n})\n//# sourceURL=${scriptName(unit.file)}`) as (
    link: object
  ) => void;
}
