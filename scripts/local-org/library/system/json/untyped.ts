import type { Runtime } from '../../../contracts/runtime';
import { typeRef } from '../../../contracts/type-ref';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import { MAX_INTEGER, MIN_INTEGER, wrapLong } from '../../../runtime/integer';
import { ApexList } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import type { JsonNode } from './node';

const OBJECT = typeRef('Object');
const STRING = typeRef('String');

/** Map<String, Object>, List<Object> and plain values. */
export function untyped(rt: Runtime, node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return ApexMap.from(
        rt,
        STRING,
        OBJECT,
        node.fields.map(([name, value]) => [name, untyped(rt, value)] as const)
      );
    case 'array':
      return new ApexList(
        OBJECT,
        node.items.map((item) => untyped(rt, item))
      );
    case 'string':
      return node.text;
    case 'number':
      return untypedNumber(node.text);
    case 'literal':
      return node.text === 'null' ? null : node.text === 'true';
  }
}

/** Whole numbers by their size, fractions as Decimal, exponents as Double. */
function untypedNumber(text: string): unknown {
  if (/[eE]/.test(text)) return new ApexDouble(Number(text));
  if (text.includes('.')) return ApexDecimal.parse(text);
  const value = BigInt(text);
  if (value >= MIN_INTEGER && value <= MAX_INTEGER) return Number(value);
  return wrapLong(value) === value ? value : ApexDecimal.parse(text);
}
