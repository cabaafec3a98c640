import type { Waiting } from '../contracts/effect';

/** %GeneratorPrototype%: what every generator object inherits from, whichever function made it. */
const GeneratorPrototype: object = Object.getPrototypeOf(function* () {}.prototype) as object;

export function isWaiting(value: unknown): value is Waiting<unknown> {
  return typeof value === 'object' && value !== null && Object.prototype.isPrototypeOf.call(GeneratorPrototype, value);
}
