/** Methods that every object of a project's class has. */
import { implement } from '../contracts/library';
import { notNull } from '../runtime/exceptions';
import { ApexObject } from '../runtime/object';
import { UnsupportedCall } from '../runtime/unsupported';

export const classMethods = implement('System.ClassMethods', {
  /** Shallow: the copy shares what the fields refer to. */
  'clone()': (_rt, value: object) => {
    const original = notNull(value);
    if (!(original instanceof ApexObject)) throw new UnsupportedCall('System.Exception', 'clone()');
    const copy = Object.assign(Object.create(Object.getPrototypeOf(original) as object) as ApexObject, original);
    copy.identityHash = undefined;
    return copy;
  }
});
