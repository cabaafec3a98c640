import type { TypeRef } from '../../contracts/type-ref';
import type { LocalVariable } from '../bindings';

/** Local variables of a block and the blocks around it; a name may not be declared again further in. */
export class Scope {
  readonly #entries = new Map<string, LocalVariable>();

  constructor(readonly parent: Scope | undefined = undefined) {}

  /** Undefined where the name is taken. */
  declare(name: string, type: TypeRef): LocalVariable | undefined {
    if (this.find(name)) return undefined;
    const variable: LocalVariable = { name, type };
    this.#entries.set(name.toLowerCase(), variable);
    return variable;
  }

  find(name: string): LocalVariable | undefined {
    return this.#entry(name.toLowerCase());
  }

  /** The innermost first. */
  variables(): readonly LocalVariable[] {
    const own = [...this.#entries.values()];
    return this.parent ? [...own, ...this.parent.variables()] : own;
  }

  #entry(lower: string): LocalVariable | undefined {
    return this.#entries.get(lower) ?? (this.parent ? this.parent.#entry(lower) : undefined);
  }
}
