import { ANSWER_MUTANTS } from './answers';
import { CUSTODY_MUTANTS } from './custody';
import { JOB_MUTANTS } from './jobs';
import type { Mutant } from './mutant';
import { REQUEST_MUTANTS } from './requests';

export type { Mutant } from './mutant';

export const MUTANTS: readonly Mutant[] = [
  ...REQUEST_MUTANTS,
  ...JOB_MUTANTS,
  ...CUSTODY_MUTANTS,
  ...ANSWER_MUTANTS
].map((mutant) => ({ ...mutant, id: mutant.id.replaceAll(' ', '-').toLowerCase() }));
