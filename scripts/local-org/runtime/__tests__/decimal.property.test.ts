import fc from 'fast-check';
import { ApexDecimal } from '../decimal';

const SEED = 20261121;
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
  .map(([unscaled, scale]) => {
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
  });

/** Exact arithmetic on unscaled whole numbers: what BigDecimal does. */
function unscaled(text: string, scale: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function check(property: (a: string, b: string) => void): void {
  fc.assert(fc.property(decimal, decimal, property), { seed: SEED, numRuns: 200 });
}

const scaleOf = (text: string): number => text.split('.')[1]?.length ?? 0;

it('adds and multiplies without losing a digit', () => {
  check((a, b) => {
    const [x, y] = [ApexDecimal.parse(a), ApexDecimal.parse(b)];
    const scale = Math.max(x.scale, y.scale);

    expect(unscaled(x.plus(y).toPlainText(), scale)).toBe(unscaled(a, scale) + unscaled(b, scale));
    expect(x.plus(y).scale).toBe(scale);
    expect(BigInt(x.times(y).unscaled())).toBe(unscaled(a, x.scale) * unscaled(b, y.scale));
  });
});

it('keeps the written scale and compares without it', () => {
  check((a) => {
    const wider = ApexDecimal.parse(scaleOf(a) === 0 ? `${a}.00` : `${a}00`);

    expect([ApexDecimal.parse(a).scale, wider.scale]).toEqual([scaleOf(a), scaleOf(a) + 2]);
    expect(wider.compare(ApexDecimal.parse(a))).toBe(0);
  });
});

it('divides back to within the last digit', () => {
  check((a, b) => {
    const divisor = ApexDecimal.parse(b);
    fc.pre(divisor.compare(ApexDecimal.fromInteger(0)) !== 0);
    const [dividend, quotient] = [ApexDecimal.parse(a), ApexDecimal.parse(a).divide(divisor, 20)];
    const rest = dividend.minus(quotient.times(divisor)).abs();

    expect(rest.compare(divisor.abs().times(ApexDecimal.parse('0.00000000000000000001')))).toBeLessThanOrEqual(0);
  });
});

it.each([
  ['1', '3', '0.333333333333333333333333333333333'],
  ['10', '4', '2.5'],
  ['1.00', '8', '0.125'],
  ['6.00', '3', '2.00']
])('divides %s by %s as the operator does', (a, b, quotient) => {
  expect(ApexDecimal.parse(a).over(ApexDecimal.parse(b)).toString()).toBe(quotient);
});

it.each([
  ['0.000001', '0.000001'],
  ['0.0000001', '1E-7'],
  ['-0.00000012', '-1.2E-7'],
  ['100', '100'],
  ['0.00', '0.00']
])('writes %s as %s', (written, text) => {
  expect(ApexDecimal.parse(written).toString()).toBe(text);
});
