import { resolve } from 'node:path';
import { buildConsole } from './build';

const [, , folder, namespace, target] = process.argv;
if (folder === undefined || namespace === undefined || target === undefined) {
  throw new Error('Usage: main.ts <folder of the console> <namespace, may be empty> <target folder>');
}
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
buildConsole(resolve(folder), namespace, resolve(target)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
