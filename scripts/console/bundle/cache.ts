import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sourceHash } from '../../local-org/boot/source-hash';

const ROOT = resolve(__dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/tokenward/console');
const TIMEOUT_MILLISECONDS = 120_000;

export interface BundleRequest {
  /** Folder that holds lwc, labels, flexipages, tabs, applications and classes. */
  readonly folder?: string;
  /** Namespace that schema names carry in the browser; empty for none. */
  readonly namespace: string;
  readonly cache?: string;
}

/** The folder of the bundled pages; built only when something that goes into it has changed. */
export async function bundleConsole(request: BundleRequest): Promise<string> {
  const folder = request.folder ?? join(ROOT, 'force-app/main/console');
  const target = join(request.cache ?? CACHE, contentKey(folder, request.namespace));
  if (!existsSync(join(target, 'shell.json'))) await build(folder, request.namespace, target);
  return target;
}

/** Everything the bundle is made of: the package's part, our part, and the versions of the rest. */
function contentKey(folder: string, namespace: string): string {
  const sources = ['scripts/console/bundle', 'scripts/console/page', 'package-lock.json'];
  const text = sourceHash([folder, ...sources.map((path) => join(ROOT, path))]);
  return createHash('sha256').update(`${namespace}\n${text}`).digest('hex').slice(0, 20);
}

/** In a process of its own: the compiler keeps a core busy for seconds, and is an ES module, which jest cannot load. */
function build(folder: string, namespace: string, target: string): Promise<void> {
  const script = resolve(__dirname, 'main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, namespace, target], {
      cwd: ROOT,
      // By the channel it learns of an end of this process that nobody could announce.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      timeout: TIMEOUT_MILLISECONDS,
      env: { ...process.env, NO_COLOR: '1' }
    });
    // Whoever ends this process, with Ctrl-C for one, ends the build as well.
    const endBuild = (): boolean => child.kill();
    process.once('exit', endBuild);
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('exit', endBuild);
      if (code === 0) done();
      else
        fail(new Error(`The console could not be bundled (${signal ?? `exit status ${code}`}). ${complaint.trim()}`));
    });
  });
}
