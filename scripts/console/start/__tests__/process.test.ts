/** `npm start` as a process: one address, and Ctrl-C ends all of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { portTrouble, refuseTakenPort } from '../port';

const ROOT = join(__dirname, '..', '..', '..', '..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
const [, ...COMMAND] = scripts.start.split(' ');
const START_MS = 60_000;

it(
  'prints one address that answers, and ends everything on Ctrl-C',
  async () => {
    const child = spawn(process.execPath, COMMAND, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
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

it('refuses a port that is taken before it does any work, and says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} is taken by another program. Choose another one`);

  other.close();
  await once(other, 'close');
  await expect(refuseTakenPort(port)).resolves.toBeUndefined();
});

it('says nothing of ports where something else is wrong', () => {
  const other = new Error('The store is locked.');

  expect(portTrouble(other, 80)).toBe(other);
  expect(String(portTrouble(Object.assign(new Error(), { code: 'EACCES' }), 80))).toContain(
    'may not listen on port 80'
  );
});

it('ends with the shell that npm runs it through, which passes no signal on', async () => {
  const program = `require('./parent.ts').whenParentEnds(() => process.exit(), 20); setInterval(() => 0, 1000); console.log('up')`;
  const shell = spawn('sh', ['-c', `"$NODE" -r tsx/cjs -e "$PROGRAM"; true`], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, NODE: process.execPath, PROGRAM: program },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  await once(shell.stdout, 'data');

  shell.kill('SIGTERM');

  // Closed once nobody is left who could write to it.
  await once(shell.stdout, 'close');
  expect(shell.signalCode).toBe('SIGTERM');
});

/** Goes on reading afterwards: a program whose output nobody reads any more ends. */
function printed(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk) => {
      text += String(chunk);
      if (pattern.test(text)) resolve(text);
    });
    stream.on('end', () => reject(new Error(`The process ended without printing an address:\n${text}`)));
  });
}
