import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** An SFDX project on disk for the length of a test. */
export function withProject<T>(files: Readonly<Record<string, string>>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'local-org-cli-'));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  const config = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' };
  write(root, 'sfdx-project.json', JSON.stringify(config));
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  let result: T;
  try {
    result = use(root);
  } catch (error) {
    remove();
    throw error;
  }
  if (!(result instanceof Promise)) {
    remove();
    return result;
  }
  return result.finally(remove) as T;
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What a command prints, without the colours. */
export function printed(): readonly string[] {
  const lines: string[] = [];
  const keep = (...parts: unknown[]): void => {
    lines.push(stripVTControlCharacters(parts.join(' ')));
  };
  jest.spyOn(console, 'log').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
  return lines;
}
