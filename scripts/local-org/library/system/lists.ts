import { typeRef } from '../../contracts/type-ref';
import { ApexList } from '../../runtime/list';

export function stringList(items: readonly string[]): ApexList {
  return new ApexList(typeRef('String'), [...items]);
}

export function integerList(items: readonly number[]): ApexList {
  return new ApexList(typeRef('Integer'), [...items]);
}
