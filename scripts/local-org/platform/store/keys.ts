import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { ApexDecimal } from '../../runtime/decimal';
import { ApexDouble } from '../../runtime/double';
import { ApexId } from '../../runtime/id';

/** What indexes file a value under: text without case, ids as text, so that a text field may be matched with an id. */
export function indexKey(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.toLowerCase();
  if (value instanceof ApexId) return value.value.toLowerCase();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof ApexDecimal) return value.stripTrailingZeros().toPlainText();
  if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.value).stripTrailingZeros().toPlainText();
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toString();
  return undefined;
}
