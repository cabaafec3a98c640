import type { TypeRef } from '../contracts/type-ref';
import { typeRef } from '../contracts/type-ref';
import { throwApex } from './exceptions';
import type { ApexList } from './list';
import { PlatformObject } from './object';
import type { ApexSet } from './set';

const CHANGED = 'Cannot modify a collection while it is being iterated.';

/** What List.iterator() and Set.iterator() return. */
export class ApexIterator extends PlatformObject {
  readonly apexType: TypeRef;
  private readonly iteration: Generator<unknown, void>;
  private ahead: IteratorResult<unknown, void>;

  constructor(collection: ApexList | ApexSet) {
    super();
    this.apexType = typeRef('Iterator', [collection.elementType]);
    this.iteration = iterate(collection);
    this.ahead = this.iteration.next();
  }

  hasNext(): boolean {
    return this.ahead.done !== true;
  }

  next(): unknown {
    if (this.ahead.done === true) return throwApex('System.NoSuchElementException', 'Iterator has no more elements');
    const { value } = this.ahead;
    this.ahead = this.iteration.next();
    return value;
  }
}

/** The elements for a loop, which may not change the collection under way. */
function* iterate(collection: ApexList | ApexSet): Generator<unknown, void> {
  const { modifications } = collection;
  const items = Array.isArray(collection.items) ? collection.items : (collection as ApexSet).items();
  for (let i = 0; i < items.length; i += 1) {
    yield items[i];
    if (collection.modifications !== modifications) throwApex('System.FinalException', CHANGED);
  }
}
