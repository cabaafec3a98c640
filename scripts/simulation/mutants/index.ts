import { ANSWER_MUTANTS } from './answers';
import { CUSTODY_MUTANTS } from './custody';
import { JOB_MUTANTS } from './jobs';
import type { Mutant } from './mutant';
import { REQUEST_MUTANTS } from './requests';

export type { Mutant } from './mutant';

/** Second lines of defence: what they guard against has to get past a first one. */
const HARMLESS: Readonly<Record<string, string>> = {
  'pair of a lost lease dropped':
    'A lease changes hands only after its holder has ended and the hold time has passed, so no pair comes from a lost one.',
  'living lease put in doubt':
    'A grant at rest that is put in doubt is asked about, found active and at rest again: it costs a question.'
};

export const MUTANTS: readonly Mutant[] = [
  ...REQUEST_MUTANTS,
  ...JOB_MUTANTS,
  ...CUSTODY_MUTANTS,
  ...ANSWER_MUTANTS
].map((mutant) => {
  const harmless = HARMLESS[mutant.id];
  const id = mutant.id.replaceAll(' ', '-').toLowerCase();
  return harmless === undefined ? { ...mutant, id } : { ...mutant, id, harmless };
});
