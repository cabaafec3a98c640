import { DateTime } from 'luxon';
import type { SelectItem } from '../../compiler/ast-soql';
import { ApexDate } from '../../runtime/date';
import { ApexDatetime } from '../../runtime/datetime';
import { UnsupportedCall } from '../../runtime/unsupported';
import type { LeftSide } from './conditions';
import { datePart } from './date-literals';
import type { NameScope } from './names';

type FunctionItem = SelectItem & { readonly kind: 'function' };

/** CALENDAR_MONTH(CreatedDate) and the like, in conditions, grouping and ordering. */
export function dateFunction(item: FunctionItem, scope: NameScope): LeftSide {
  const inUserZone = item.inUserZone === true;
  if (item.path === undefined || !isDateFunction(item.name)) throw new UnsupportedCall('SOQL', `${item.name}()`);
  const { read, field } = scope.field(item.path);
  return {
    target: { name: field.name, type: item.name === 'DAY_ONLY' ? 'Date' : 'Integer', caseSensitive: false },
    indexable: undefined,
    read: (env, row) => {
      const day = dayOf(read(env, row), inUserZone ? env.zone : 'utc');
      if (!day) return null;
      if (item.name === 'DAY_ONLY') return ApexDate.of(day.year, day.month, day.day);
      return datePart(item.name, day) ?? null;
    }
  };
}

function isDateFunction(name: string): boolean {
  return name === 'DAY_ONLY' || datePart(name, DateTime.fromMillis(0)) !== undefined;
}

function dayOf(value: unknown, zone: string): DateTime | undefined {
  if (value instanceof ApexDatetime) return value.inZone(zone);
  if (value instanceof ApexDate) return DateTime.utc(value.year, value.month, value.day);
  return undefined;
}
