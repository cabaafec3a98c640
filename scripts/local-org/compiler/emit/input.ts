/** What the emitter is given: checked units, and what it may ask about the rest of the program. */
import type { ClassInfo } from '../../contracts/class-info';
import type { EmitMode } from '../../contracts/program';
import type { TypeRef } from '../../contracts/type-ref';
import type { Unit } from '../ast';

/** One compilation unit after checking without problems, with the namespace of its package. */
export interface EmitInput {
  readonly unit: Unit;
  readonly namespace: string;
  readonly classes: readonly ClassInfo[];
}

export interface EmitOptions {
  readonly mode: EmitMode;
  /** Statement probes for line coverage. */
  readonly coverage: boolean;
  /** The Apex type of an SObject's field, so that `new Account(AnnualRevenue = 5)` stores a Decimal. */
  readonly fieldType?: (object: string, field: string) => TypeRef | undefined;
}
