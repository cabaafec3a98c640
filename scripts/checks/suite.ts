/** `npm test`: every check and suite in turn, one closing line over all of them. */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { missingTools } from './tools';
import type { Counts, Step } from './step';
import { runStep, total } from './step';

const root = join(__dirname, '..', '..');

/** Quick checks first, so that a slip shows in seconds; the long suites last. */
function steps(scratch: string): readonly Step[] {
  const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
  const node = process.execPath;
  const apex = [node, bin('tsx'), join(root, 'scripts/local-org/cli/main.ts')];
  return [
    { name: 'TypeScript types', command: [node, bin('tsc'), '-p', '.'], counts: { kind: 'exit' } },
    { name: 'lint', command: [node, bin('eslint'), '.', '--max-warnings', '0'], counts: { kind: 'exit' } },
    {
      name: 'format',
      command: [node, bin('prettier'), '--check', '.', '--log-level', 'warn'],
      counts: { kind: 'exit' }
    },
    {
      name: 'arrows between folders',
      command: [node, bin('depcruise'), 'scripts', '--config', 'scripts/checks/arrows.cjs'],
      counts: { kind: 'exit' }
    },
    { name: 'Apex check', command: [...apex, 'check'], counts: { kind: 'exit' } },
    {
      name: 'Apex tests',
      command: [...apex, 'test', '--json', join(scratch, 'apex.json'), '--quiet'],
      counts: { kind: 'apex', file: join(scratch, 'apex.json') }
    },
    {
      name: 'jest',
      command: [node, bin('jest'), '--json', '--outputFile', join(scratch, 'jest.json'), '--silent'],
      counts: { kind: 'jest', file: join(scratch, 'jest.json') }
    }
  ];
}

async function main(): Promise<number> {
  const missing = missingTools();
  if (missing.length > 0) {
    for (const line of missing) console.error(pc.red(line));
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'tokenward-test-'));
  const counts: Counts[] = [];
  try {
    for (const step of steps(scratch)) counts.push(await runStep(step, root));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const all = total(counts);
  console.log(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`);
  return all.failed === 0 && all.skipped === 0 ? 0 : 1;
}

void main().then((status) => {
  process.exitCode = status;
});
