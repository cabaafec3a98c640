/** What generated code calls for operators that JavaScript does not have on these kinds. Operands are never null. */
import type { ApexDate } from './date';
import type { ApexDatetime } from './datetime';
import type { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import type { ApexTime } from './time';

const DAY = 86_400_000;

export const doubleAdd = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value + b.value);
export const doubleSubtract = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value - b.value);
export const doubleMultiply = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value * b.value);
export const doubleDivide = (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value / b.value);
export const doubleNegate = (a: ApexDouble): ApexDouble => new ApexDouble(-a.value);

export const decimalAdd = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.plus(b);
export const decimalSubtract = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.minus(b);
export const decimalMultiply = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.times(b);
export const decimalDivide = (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.over(b);
export const decimalNegate = (a: ApexDecimal): ApexDecimal => a.negate();

/** Days for Date and Datetime, where a fraction of a day counts; milliseconds for Time. */
type Amount = number | bigint | ApexDouble | ApexDecimal;

function amountOf(amount: Amount): number {
  if (typeof amount === 'number') return amount;
  if (typeof amount === 'bigint') return Number(amount);
  return amount instanceof ApexDouble ? amount.value : amount.toNumber();
}

export const dateAdd = (a: ApexDate, days: Amount): ApexDate => a.addDays(Math.trunc(amountOf(days)));
export const dateSubtract = (a: ApexDate, days: Amount): ApexDate => a.addDays(-Math.trunc(amountOf(days)));
export const datetimeAdd = (a: ApexDatetime, days: Amount): ApexDatetime => a.add(Math.round(amountOf(days) * DAY));
export const datetimeSubtract = (a: ApexDatetime, days: Amount): ApexDatetime =>
  a.add(-Math.round(amountOf(days) * DAY));
export const timeAdd = (a: ApexTime, milliseconds: Amount): ApexTime => a.add(amountOf(milliseconds));
export const timeSubtract = (a: ApexTime, milliseconds: Amount): ApexTime => a.add(-amountOf(milliseconds));
