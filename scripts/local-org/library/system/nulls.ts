import type { PlainImplementation } from '../../contracts/library';
import { throwNull, throwNullArgument } from '../../runtime/exceptions';

type Methods = Readonly<Record<string, PlainImplementation>>;

/** Instance methods none of whose arguments may be null. */
export function instanceMethods(methods: Methods): Methods {
  return guarded(methods, (position) => (position === 0 ? throwNull() : throwNullArgument(position)));
}

/** Static methods none of whose arguments may be null. */
export function staticMethods(methods: Methods): Methods {
  return guarded(methods, (position) => throwNullArgument(position + 1));
}

/** Static methods that give null for null, as conversions do. */
export function nullToNull(methods: Methods): Methods {
  return mapValues(
    methods,
    (method) =>
      (rt, ...args) =>
        args.some(isNull) ? null : method(rt, ...args)
  );
}

function guarded(methods: Methods, refuse: (position: number) => never): Methods {
  return mapValues(methods, (method) => (rt, ...args) => {
    const position = args.findIndex(isNull);
    return position < 0 ? method(rt, ...args) : refuse(position);
  });
}

function mapValues(methods: Methods, wrap: (method: PlainImplementation) => PlainImplementation): Methods {
  return Object.fromEntries(Object.entries(methods).map(([key, method]) => [key, wrap(method)]));
}

function isNull(value: unknown): boolean {
  return value === null || value === undefined;
}
