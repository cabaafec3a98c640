import type { TypeRef } from '../contracts/type-ref';
import { typeText } from '../contracts/type-ref';
import { ApexValue, exactKey } from './value';

/** System.Type: `Foo.class`, Type.forName(...). */
export class TypeValue extends ApexValue {
  constructor(readonly ref: TypeRef) {
    super();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof TypeValue && typeText(other.ref) === typeText(this.ref);
  }

  hashKey(): string {
    return exactKey('type', typeText(this.ref));
  }
}
