/** One row in a process of its own, told what to do and reporting over the channel to its parent. */
import { compileWorld } from '../world/program';
import { APEX_FIXTURES } from './apex-row';
import type { Job } from './job';
import { runJob } from './job';
import type { Measured } from './row';

export type Report = { readonly tick: true } | { readonly measured: Measured } | { readonly failure: string };

/** jsforce says that loopback is not encrypted. */
const EXPECTED = /Using insecure protocol/;

function report(message: Report): void {
  // A parent that is gone misses nothing: the disconnection ends this process.
  process.send?.(message, undefined, undefined, () => undefined);
}

process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (!EXPECTED.test(`${warning.name}: ${warning.message}`)) console.error(warning.stack);
});
// Whoever asked has the answer, or is gone; exiting, unlike being killed, cleans up.
process.once('SIGINT', () => process.exit());
process.once('disconnect', () => process.exit());
process.once('message', (job: Job) => {
  runJob(
    job,
    () => compileWorld(APEX_FIXTURES),
    () => report({ tick: true })
  )
    .then((measured) => report({ measured }))
    .catch((error: unknown) =>
      report({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    )
    .finally(() => process.disconnect());
});
