import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCounts, runPaired, runStep, total } from '../step';
import { checkJava, checkNode, missingTools } from '../tools';

describe('the tools that the suite needs', () => {
  it.each([
    ['20.18.3', 'Node 20.18.3 is too old'],
    ['18.20.0', 'install Node 20.19 or newer']
  ])('refuses Node %s in one line', (version, text) => {
    expect(checkNode(version)).toContain(text);
  });

  it.each(['20.19.0', '22.0.0'])('takes Node %s', (version) => {
    expect(checkNode(version)).toBeUndefined();
  });

  it.each([
    [undefined, 'Java was not found'],
    ['openjdk version "1.8.0_392"', 'Java 8 is too old'],
    ['nothing that names a version', 'Java was not found']
  ])('refuses a Java that says %s', (text, message) => {
    expect(checkJava(text)).toContain(message);
  });

  it('takes Java 11 and newer', () => {
    expect(['openjdk version "11.0.2"', 'openjdk version "17.0.15"'].map(checkJava)).toEqual([undefined, undefined]);
  });

  it('names everything that is missing at once', () => {
    expect(missingTools('18.0.0', () => undefined)).toHaveLength(2);
  });
});

describe('counting a step', () => {
  let folder: string;
  const report = (content: unknown): string => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokenward-step-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes a status for one check', () => {
    expect([1, 0].map((status) => readCounts({ kind: 'exit' }, status).failed)).toEqual([1, 0]);
  });

  it('counts what the local org does not support as failed', () => {
    const file = report({ passed: 3, failed: 1, unsupported: 2, coverage: { lines: 1, classes: [] } });

    // The fourth that passed is the coverage.
    expect(readCounts({ kind: 'apex', file }, 1)).toEqual({ passed: 4, failed: 3, skipped: 0 });
  });

  it.each([
    ['one class', { lines: 0.95, classes: [{ name: 'Thin', lines: 0.74 }] }],
    ['the whole', { lines: 0.89, classes: [{ name: 'Thick', lines: 0.9 }] }],
    ['everything, since nothing is said', undefined]
  ])('counts it as a failure when %s is covered too thinly', (_what, coverage) => {
    const file = report({ passed: 3, failed: 0, unsupported: 0, coverage });

    expect(readCounts({ kind: 'apex', file }, 0)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts pending tests as skipped, and suites that did not start as failed', () => {
    const file = report({ numPassedTests: 4, numFailedTests: 0, numRuntimeErrorTestSuites: 1, numPendingTests: 2 });

    expect(readCounts({ kind: 'jest', file }, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('does not believe a clean report of a step that failed', () => {
    const file = report({ numPassedTests: 4, numFailedTests: 0 });

    expect(readCounts({ kind: 'jest', file }, 1).failed).toBe(1);
  });

  it('counts a missing report as a failure', () => {
    expect(readCounts({ kind: 'jest', file: join(folder, 'nothing.json') }, 0).failed).toBe(1);
  });

  it('adds up all steps', () => {
    const one = { passed: 1, failed: 0, skipped: 2 };

    expect(total([one, { passed: 2, failed: 3, skipped: 0 }])).toEqual({ passed: 3, failed: 3, skipped: 2 });
  });
});

describe('running steps', () => {
  const ending = (code: string): Promise<unknown> =>
    runStep({ name: 'a check', command: [process.execPath, '-e', code], counts: { kind: 'exit' } }, '.', 'whole');
  let printed: jest.SpyInstance;

  beforeEach(() => {
    printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    jest.spyOn(console, 'log').mockReturnValue(undefined);
  });

  afterEach(() => jest.restoreAllMocks());

  it('counts a command that fails, and shows all that it said', async () => {
    expect(await ending('console.log("one"); console.error("two"); process.exit(3)')).toMatchObject({ failed: 1 });
    expect(printed.mock.calls.join()).toMatch(/one[^]*two/);
  });

  it('counts a command that cannot be started', async () => {
    const step = { name: 'gone', command: ['no-such-command'], counts: { kind: 'exit' } } as const;

    expect(await runStep(step, '.', 'whole')).toMatchObject({ failed: 1 });
    expect(printed.mock.calls.join()).toContain('could not be started');
  });

  it('runs two at a time, and keeps the order of the results', async () => {
    let running = 0;
    const most: number[] = [];
    const results = await runPaired([30, 1, 1, 1], async (wait) => {
      most.push((running += 1));
      await new Promise((done) => setTimeout(done, wait));
      running -= 1;
      return wait;
    });

    expect([results, Math.max(...most)]).toEqual([[30, 1, 1, 1], 2]);
  });
});
