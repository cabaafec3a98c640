import { ApexValue, exactKey } from './value';

/** Boxed, because an Integer is a JavaScript number too and both can stand in a variable of type Object. */
export class ApexDouble extends ApexValue {
  constructor(readonly value: number) {
    super();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexDouble && Object.is(other.value, this.value);
  }

  hashKey(): string {
    return exactKey('double', Object.is(this.value, -0) ? '-0' : this.value);
  }

  override toString(): string {
    return doubleText(this.value);
  }
}

/** As Java's Double.toString: always a fraction, scientific from 10^7 upwards and below 10^-3. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return withFraction(String(value));
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${withFraction(mantissa)}E${exponent.replace('+', '')}`;
}

function withFraction(text: string): string {
  return text.includes('.') ? text : `${text}.0`;
}
