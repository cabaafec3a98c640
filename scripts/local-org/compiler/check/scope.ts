import type { TypeRef } from '../../contracts/type-ref';
import type { LocalVariable } from '../bindings';

interface Entry {
  readonly variable: LocalVariable;
  readonly final: boolean;
}

/** Local variables of a block and the blocks around it; a name may not be declared again further in. */
export class Scope {
  readonly #entries = new Map<string, Entry>();

  constructor(readonly parent: Scope | undefined = undefined) {}

  /** Undefined where the name is taken. */
  declare(name: string, type: TypeRef, final = false): LocalVariable | undefined {
    if (this.find(name)) return undefined;
    const variable: LocalVariable = { name, type };
    this.#entries.set(name.toLowerCase(), { variable, final });
    return variable;
  }

  find(name: string): LocalVariable | undefined {
    return this.#entry(name.toLowerCase())?.variable;
  }

  /** The innermost first. */
  variables(): readonly LocalVariable[] {
    const own = [...this.#entries.values()].map(({ variable }) => variable);
    return this.parent ? [...own, ...this.parent.variables()] : own;
  }

  isFinal(name: string): boolean {
    return this.#entry(name.toLowerCase())?.final ?? false;
  }

  #entry(lower: string): Entry | undefined {
    return this.#entries.get(lower) ?? (this.parent ? this.parent.#entry(lower) : undefined);
  }
}
