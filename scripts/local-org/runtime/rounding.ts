import { Decimal } from 'decimal.js';

/** The names of System.RoundingMode. */
export type RoundingName = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

export const DECIMAL_ROUNDING: Readonly<Record<RoundingName, Decimal.Rounding | undefined>> = {
  CEILING: Decimal.ROUND_CEIL,
  DOWN: Decimal.ROUND_DOWN,
  FLOOR: Decimal.ROUND_FLOOR,
  HALF_DOWN: Decimal.ROUND_HALF_DOWN,
  HALF_EVEN: Decimal.ROUND_HALF_EVEN,
  HALF_UP: Decimal.ROUND_HALF_UP,
  UNNECESSARY: undefined,
  UP: Decimal.ROUND_UP
};

export function isRoundingName(name: string): name is RoundingName {
  return Object.hasOwn(DECIMAL_ROUNDING, name);
}
