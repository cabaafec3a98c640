import type { ClassInfo } from '../contracts/class-info';
import type { Runtime } from '../contracts/runtime';

/** The key of a declared or inherited method by name, whatever its parameter types: compare(T, T) and the like. */
export function methodKey(rt: Runtime, target: object, name: string, arity: number): string | undefined {
  const wanted = name.toLowerCase();
  let info: ClassInfo | undefined = rt.classes.classOf(target);
  while (info) {
    const found = info.methods.find(
      (method) => !method.static && method.parameters.length === arity && method.name.toLowerCase() === wanted
    );
    if (found) return found.key;
    info = info.superclass === undefined ? undefined : rt.classes.info(info.superclass);
  }
  return undefined;
}
