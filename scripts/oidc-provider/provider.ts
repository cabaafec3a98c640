import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromProvider, Happening, ProviderPlan, ToProvider } from './messages';

const PATIENCE_MS = 15_000;
const LONGEST_LIFE_MS = 120_000;

/** oidc-provider in its own process, as seen from the test: its port, its clock, and what it says has happened. */
export class ForeignProvider {
  readonly happenings: Happening[] = [];

  private constructor(
    readonly port: number,
    private readonly child: ChildProcess
  ) {
    child.on('message', (message: FromProvider) => {
      if ('happening' in message) this.happenings.push(message.happening);
    });
  }

  static async start(plan: ProviderPlan): Promise<ForeignProvider> {
    const child = fork(join(__dirname, 'child.ts'), {
      execArgv: ['--import', 'tsx'],
      timeout: LONGEST_LIFE_MS,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc']
    });
    // Its warnings are about running it in production; what matters is told when it fails.
    let said = '';
    child.stderr?.on('data', (chunk) => (said = `${said}${String(chunk)}`.slice(-4_000)));
    try {
      const port = await ask(child, { start: plan }, (answer) =>
        'listening' in answer ? answer.listening : undefined
      );
      return new ForeignProvider(port, child);
    } catch (error) {
      child.kill();
      throw new Error(`oidc-provider did not start. It said:\n${said}`, { cause: error });
    }
  }

  /** Moves the provider's clock, as the org's is moved beside it. */
  async advance(milliseconds: number): Promise<void> {
    await ask(this.child, { advance: milliseconds }, (answer) => ('advanced' in answer ? true : undefined));
  }

  /** How often that has happened, with that error if one is named. */
  count(name: string, error = ''): number {
    return this.happenings.filter((one) => one.name === name && (one.error ?? '').startsWith(error)).length;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.kill();
    });
  }
}

function ask<T>(child: ChildProcess, message: ToProvider, read: (answer: FromProvider) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', ended);
      finish();
    };
    const hear = (answer: FromProvider): void => {
      if ('failure' in answer) end(() => reject(new Error(answer.failure)));
      const found = read(answer);
      if (found !== undefined) end(() => resolve(found));
    };
    const ended = (code: number | null): void =>
      end(() => reject(new Error(`oidc-provider's process ended with ${code}.`)));
    const timer = setTimeout(
      () => end(() => reject(new Error(`oidc-provider said nothing within ${PATIENCE_MS} ms.`))),
      PATIENCE_MS
    );
    child.on('message', hear).once('exit', ended);
    child.send(message);
  });
}
