import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import { administrator, bootOrg } from '../boot/boot';
import { systemRandom } from '../boot/random';
import { compile, openWorkspace } from '../boot/workspace';
import { runningClock } from '../contracts/clock';
import { executeAnonymous } from '../live/anonymous';
import { loopbackTransport } from '../live/loopback-transport';
import { LiveOrg } from '../live/live-org';
import { failureText } from '../platform/apex-failure';
import { readProject } from '../project';
import { loadPlatformTypes } from '../types';

interface RunOptions {
  readonly project: string;
}

/** What the block queued gets this long to end. */
const QUIET_TIMEOUT_MS = 120_000;

export async function runCommand(file: string, options: RunOptions): Promise<number> {
  const text = readFileSync(file, 'utf8');
  const workspace = openWorkspace([readProject(options.project)], loadPlatformTypes());
  const compiled = compile(workspace, 'generator', true);
  const engine = bootOrg(workspace, compiled.program, { clock: runningClock(), random: systemRandom() });
  let fatal: unknown;
  const live = new LiveOrg({ engine, transport: loopbackTransport(), onFatal: (error) => (fatal ??= error) });
  try {
    const result = await executeAnonymous(live, { workspace, compiled }, text, administrator(engine.org));
    if (result.kind === 'problems') {
      for (const { line, column, message } of result.problems)
        console.error(`${file}:${line}:${column} ${pc.red(message)}`);
      return 1;
    }
    await live.whenQuiet(QUIET_TIMEOUT_MS);
    for (const line of engine.org.debugLog) console.log(line.text);
    if (fatal) throw fatal;
    if (result.outcome.ok) return 0;
    console.error(pc.red(failureText(result.outcome.error)));
    console.error(engine.stackText(result.outcome.error));
    return 1;
  } finally {
    live.close();
  }
}
