import { implement } from '../../contracts/library';
import { equalValues, hashCode } from '../../runtime/equality';
import { notNull } from '../../runtime/exceptions';
import { textOf } from '../../runtime/text';

/** What every value has. */
export const objects = implement('Object', {
  'equals(Object)': (rt, value: unknown, other: unknown) => equalValues(rt, notNull(value), other),
  'hashCode()': (rt, value: unknown) => hashCode(rt, notNull(value)),
  'toString()': (rt, value: unknown) => textOf(rt, notNull(value))
});
