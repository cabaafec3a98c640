/** `npm start` as a process: one address, and Ctrl-C ends all of it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', 'main.ts');
const TSX = join(__dirname, '..', '..', '..', '..', 'node_modules', '.bin', 'tsx');
const START_MS = 60_000;

it(
  'prints one address that answers, and ends everything on Ctrl-C',
  async () => {
    const child = spawn(process.execPath, [TSX, MAIN], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const output = await printed(child.stdout, /running: (\S+)/);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
    const answer = await fetch(url);

    child.kill('SIGINT');

    expect(output.match(/http:/g)).toHaveLength(1);
    expect(answer.status).toBe(200);
    expect(await ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
  START_MS
);

async function printed(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (pattern.test(text)) return text;
  }
  throw new Error(`The process ended without printing an address:\n${text}`);
}
