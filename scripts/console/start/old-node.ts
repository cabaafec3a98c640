/** Imported first, for its effect: on an old Node the imports that follow would fail with words that help nobody. */
import { checkNode } from '../../checks/tools';

const tooOld = checkNode(process.versions.node);
if (tooOld !== undefined) {
  console.error(tooOld);
  process.exit(1);
}
