import { Decimal } from 'decimal.js';
import { throwApex } from './exceptions';
import type { RoundingName } from './rounding';
import { DECIMAL_ROUNDING } from './rounding';
import { ApexValue, exactKey } from './value';

/** Wide enough that sums and products of Apex Decimals never lose a digit. */
const Exact = Decimal.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15 });

/** Significant digits of a quotient whose scale nobody chose. */
const QUOTIENT_DIGITS = 33;
const MAX_SCALE = 33;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** An exact decimal number with its scale: 1.10 and 1.1 are equal but print differently. */
export class ApexDecimal extends ApexValue {
  private constructor(
    readonly value: Decimal,
    readonly scale: number
  ) {
    super();
  }

  /** The scale is the number of written fraction digits. */
  static parse(text: string): ApexDecimal {
    return ApexDecimal.tryParse(text) ?? throwApex('System.TypeException', `Invalid decimal: ${text}`);
  }

  static tryParse(text: string): ApexDecimal | undefined {
    if (!NUMBER.test(text)) return undefined;
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
    const fraction = mantissa.split('.')[1]?.length ?? 0;
    return new ApexDecimal(new Exact(text), Math.max(0, fraction - Number(exponent)));
  }

  static fromInteger(value: number | bigint): ApexDecimal {
    return new ApexDecimal(new Exact(value.toString()), 0);
  }

  /** By the shortest text of the double, as BigDecimal.valueOf does: 0.1 is 0.1. */
  static fromDouble(value: number): ApexDecimal {
    if (!Number.isFinite(value)) throwApex('System.TypeException', `Invalid decimal: ${value}`);
    const text = String(value);
    return ApexDecimal.parse(Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text);
  }

  plus(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.value.plus(other.value), Math.max(this.scale, other.scale));
  }

  minus(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.value.minus(other.value), Math.max(this.scale, other.scale));
  }

  times(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.value.times(other.value), this.scale + other.scale);
  }

  /** The operator: as many digits as the quotient has, up to 33 significant ones. */
  over(other: ApexDecimal): ApexDecimal {
    const quotient = divideExactly(this.value, other.value).toSignificantDigits(QUOTIENT_DIGITS, Decimal.ROUND_HALF_UP);
    return new ApexDecimal(quotient, Math.max(quotient.decimalPlaces(), this.scale - other.scale, 0));
  }

  divide(other: ApexDecimal, scale: number, rounding: RoundingName = 'HALF_EVEN'): ApexDecimal {
    return new ApexDecimal(divideExactly(this.value, other.value), 400).setScale(scale, rounding);
  }

  negate(): ApexDecimal {
    return new ApexDecimal(this.value.negated(), this.scale);
  }

  abs(): ApexDecimal {
    return new ApexDecimal(this.value.abs(), this.scale);
  }

  pow(exponent: number): ApexDecimal {
    return new ApexDecimal(this.value.pow(exponent), this.scale * exponent);
  }

  setScale(scale: number, rounding: RoundingName = 'HALF_UP'): ApexDecimal {
    if (Math.abs(scale) > MAX_SCALE) throwApex('System.MathException', `Invalid scale: ${scale}`);
    const unit = new Exact(10).pow(-scale);
    const mode = DECIMAL_ROUNDING[rounding];
    if (mode === undefined && !this.value.mod(unit).isZero()) throwApex('System.MathException', 'Rounding necessary');
    return new ApexDecimal(this.value.toNearest(unit, mode ?? Decimal.ROUND_DOWN), scale);
  }

  stripTrailingZeros(): ApexDecimal {
    if (this.value.isZero()) return new ApexDecimal(this.value, 0);
    const [digits = ''] = this.unscaled().match(/[1-9](\d*[1-9])?/) ?? [];
    return new ApexDecimal(this.value, this.scale - (this.unscaled().replace('-', '').length - digits.length));
  }

  /** Digits of the number without sign and point: 1.10 is 110. */
  unscaled(): string {
    return this.value.times(new Exact(10).pow(this.scale)).toFixed(0);
  }

  get precision(): number {
    return this.unscaled().replace('-', '').length;
  }

  compare(other: ApexDecimal): number {
    return this.value.comparedTo(other.value);
  }

  toNumber(): number {
    return this.value.toNumber();
  }

  /** The integral part; what does not fit wraps around where the caller narrows it. */
  toBigInt(): bigint {
    return BigInt(this.value.trunc().toFixed(0));
  }

  toPlainText(): string {
    return this.value.toFixed(Math.max(this.scale, 0));
  }

  /** As BigDecimal.toString: scientific for negative scales and for numbers below 10^-6. */
  override toString(): string {
    const digits = this.unscaled().replace('-', '');
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainText();
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${this.value.isNegative() ? '-' : ''}${mantissa}E${exponent > 0 ? '+' : ''}${exponent}`;
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexDecimal && other.value.equals(this.value);
  }

  hashKey(): string {
    return exactKey('decimal', this.value.toString());
  }
}

function divideExactly(dividend: Decimal, divisor: Decimal): Decimal {
  if (divisor.isZero()) throwApex('System.MathException', 'Divide by 0');
  return dividend.div(divisor);
}
