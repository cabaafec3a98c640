/** `npm start`: the main job on a laptop. Prints one address; Ctrl-C ends everything it started. */
import './old-node';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { type Demo, startDemo } from './demo';
import { whenParentEnds } from './parent';
import { portTrouble, refuseTakenPort } from './port';

const UNDER_NPM = process.env['npm_lifecycle_event'] !== undefined;

async function main(): Promise<void> {
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
  if (UNDER_NPM) whenParentEnds(() => end(0));
  // Whoever read the output has closed it: "npm start | head".
  process.stdout.on('error', () => end(0));
  await refuseTakenPort(port);
  const demo = await startDemo({
    port,
    progress: (text) => console.log(pc.dim(`${text} …`)),
    onFatal: (error) => {
      console.error(pc.red(error instanceof Error ? (error.stack ?? error.message) : String(error)));
      end(1);
    }
  }).catch((error: unknown) => Promise.reject(portTrouble(error, port)));
  running.demo = demo;
  // Not before: while Apex compiles no handler would run, and there is nothing yet that has to be closed.
  process.once('SIGINT', () => end(0));
  process.once('SIGTERM', () => end(0));
  // In one piece: whoever reads up to the address and then closes the pipe has not asked for the end.
  console.log(
    [
      `\n  Tokenward is running: ${pc.bold(pc.cyan(demo.url))}`,
      '  Open it in a browser and click "Rotate now". Ctrl-C ends everything, and nothing is kept.\n'
    ].join('\n')
  );
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
