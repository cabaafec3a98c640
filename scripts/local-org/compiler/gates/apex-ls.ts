import { execFile } from 'node:child_process';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../../contracts/program';
import { readReport, type ReportedFile } from './apex-ls-report';

const ENGINE_PACKAGE = '@salesforce/code-analyzer-pmd-engine';
const MAIN_CLASS = 'io.github.apexdevtools.apexls.CheckForIssues';
const OLDEST_JAVA = 11;
const TIMEOUT_MS = 120_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** The second compiler cannot run here; the message says what to install. */
export class ApexLsUnavailable extends Error {}

interface Outcome {
  readonly status: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiles the project with apex-ls, an independent type checker: the only place that starts Java. */
export async function runApexLs(projectDirectory: string, java = 'java'): Promise<readonly Problem[]> {
  const root = resolve(projectDirectory);
  await requireJava(java);
  const jars = join(dirname(require.resolve(`${ENGINE_PACKAGE}/package.json`)), 'dist', 'java-lib', '*');
  const outcome = await run(java, ['-cp', jars, MAIN_CLASS, '-n', '-d', 'errors', '-w', root, '-f', 'json']);
  const report = readReport(outcome.stdout);
  if (!report) {
    const output = `${outcome.stdout}\n${outcome.stderr}`.trim().slice(0, 400);
    throw new ApexLsUnavailable(`apex-ls gave no report (exit ${String(outcome.status)}): ${output || 'no output'}`);
  }
  return problemsOf(report, root);
}

export function problemsOf(report: readonly ReportedFile[], root: string): readonly Problem[] {
  return report.flatMap(({ path, messages }) =>
    messages.map(({ line, offset, text }) => ({
      file: relative(root, path).split(sep).join('/'),
      line,
      column: offset + 1,
      rule: 'apex-ls',
      message: text
    }))
  );
}

async function requireJava(java: string): Promise<void> {
  const { status, stdout, stderr } = await run(java, ['-version']);
  const text = `${stderr}${stdout}`;
  const major = javaMajor(text);
  const advice = `install Java ${OLDEST_JAVA} or later (for example Temurin 17), or leave this gate out`;
  if (status === 'ENOENT')
    throw new ApexLsUnavailable(`The apex-ls gate needs Java, and "${java}" was not found: ${advice}.`);
  if (status !== 0 || major === undefined) {
    throw new ApexLsUnavailable(
      `The apex-ls gate needs Java, and "${java} -version" failed (${String(status)}): ${advice}.`
    );
  }
  if (major < OLDEST_JAVA)
    throw new ApexLsUnavailable(`The apex-ls gate needs Java ${OLDEST_JAVA}, found ${major}: ${advice}.`);
}

/** 'openjdk version "17.0.15"', and '1.8.0_392' of the old numbering. */
export function javaMajor(versionText: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(versionText);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** A status other than 0 is an answer too: apex-ls exits with 4 when it finds something. */
function run(command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    execFile(command, args, { timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT }, (error, stdout, stderr) => {
      const status = error ? (error.code ?? error.signal ?? 'failed') : 0;
      done({ status, stdout, stderr });
    });
  });
}
