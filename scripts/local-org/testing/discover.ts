import type { ClassInfo, MethodInfo } from '../contracts/class-info';

export interface TestClass {
  readonly info: ClassInfo;
  /** Runs before each method, in the method's own transaction scope: its rows are there, its statics are not. */
  readonly setup: readonly MethodInfo[];
  readonly methods: readonly MethodInfo[];
}

/** Test classes with their methods in order of declaration. */
export function discoverTests(classes: readonly ClassInfo[], className?: string): readonly TestClass[] {
  return classes
    .filter((info) => info.kind === 'class' && hasAnnotation(info, 'istest'))
    .filter((info) => className === undefined || matchesName(info, className))
    .map((info) => ({
      info,
      setup: info.methods.filter((method) => hasAnnotation(method, 'testsetup')),
      methods: info.methods.filter((method) => method.static && hasAnnotation(method, 'istest'))
    }))
    .filter((test) => test.methods.length > 0);
}

export function hasAnnotation(target: Pick<ClassInfo | MethodInfo, 'annotations'>, name: string): boolean {
  return target.annotations.some((annotation) => annotation.name === name);
}

function matchesName(info: ClassInfo, className: string): boolean {
  const wanted = className.toLowerCase();
  return [info.name, info.displayName, info.name.slice(info.name.indexOf('.') + 1)].some(
    (name) => name.toLowerCase() === wanted
  );
}
