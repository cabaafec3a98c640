/** `npm test`: every check and suite in turn, one closing line over all of them. */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { missingTools } from './tools';
import type { Counts, Step } from './step';
import { runPaired, runStep, total } from './step';

const root = join(__dirname, '..', '..');

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const node = process.execPath;
const apex = [node, bin('tsx'), join(root, 'scripts/local-org/cli/main.ts')];

/** Each keeps one core busy, so two run at a time; the quickest first, so that a slip shows in seconds. */
function checks(scratch: string): readonly Step[] {
  return [
    { name: 'TypeScript types', command: [node, bin('tsc'), '-p', '.'], counts: { kind: 'exit' } },
    { name: 'types of the pages', command: [node, bin('tsc'), '-p', 'scripts/console'], counts: { kind: 'exit' } },
    {
      name: 'format',
      command: [node, bin('prettier'), '--check', '.', '--log-level', 'warn'],
      counts: { kind: 'exit' }
    },
    { name: 'lint', command: [node, bin('eslint'), '.', '--max-warnings', '0'], counts: { kind: 'exit' } },
    { name: 'Apex check', command: [...apex, 'check'], counts: { kind: 'exit' } },
    {
      name: 'arrows between folders',
      command: [node, bin('depcruise'), 'scripts', '--config', 'scripts/checks/arrows.cjs'],
      counts: { kind: 'exit' }
    },
    {
      name: 'Apex tests',
      command: [...apex, 'test', '--json', join(scratch, 'apex.json'), '--quiet'],
      counts: { kind: 'apex', file: join(scratch, 'apex.json') }
    }
  ];
}

/** Has workers of its own, as many as the machine has cores for. */
function jest(scratch: string): Step {
  const report = join(scratch, 'jest.json');
  return {
    name: 'jest',
    // Its workers inherit the larger nursery: the simulations among the tests make much short-lived garbage.
    command: [node, '--max-semi-space-size=64', bin('jest'), '--json', '--outputFile', report, '--silent'],
    counts: { kind: 'jest', file: report }
  };
}

async function main(): Promise<number> {
  const missing = missingTools();
  if (missing.length > 0) {
    for (const line of missing) console.error(pc.red(line));
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'tokenward-test-'));
  let all: Counts;
  try {
    const checked = await runPaired(checks(scratch), (step) => runStep(step, root, 'whole'));
    all = total([...checked, await runStep(jest(scratch), root, 'live')]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`);
  return all.failed === 0 && all.skipped === 0 ? 0 : 1;
}

void main().then((status) => {
  process.exitCode = status;
});
