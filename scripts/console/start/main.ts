/** `npm start`: the main job on a laptop. Prints one address; Ctrl-C ends everything it started. */
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import type { Demo } from './demo';
import { checkNode } from '../../checks/tools';

async function main(): Promise<void> {
  const tooOld = checkNode(process.versions.node);
  if (tooOld !== undefined) throw new Error(tooOld);
  const { port } = new Command('start')
    .description('Runs the package on this machine: local org, authorization server, console.')
    .option('--port <n>', 'port of the console; any free one if not given', portNumber, 0)
    .parse()
    .opts<{ port: number }>();
  const running: { demo?: Demo } = {};
  const end = (status: number): void => {
    process.exitCode = status;
    void (running.demo?.close() ?? Promise.resolve()).finally(() => process.exit());
  };
  process.once('SIGINT', () => end(0));
  process.once('SIGTERM', () => end(0));
  // Loaded after the check: on an old Node its libraries would fail with words that help nobody.
  const { startDemo } = await import('./demo');
  const demo = await startDemo({
    port,
    progress: (text) => console.log(pc.dim(`${text} …`)),
    onFatal: (error) => {
      console.error(pc.red(error instanceof Error ? (error.stack ?? error.message) : String(error)));
      end(1);
    }
  });
  running.demo = demo;
  console.log(`\n  Tokenward is running: ${pc.bold(pc.cyan(demo.url))}\n  Ctrl-C ends it.\n`);
}

function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

main().catch((error: unknown) => {
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
