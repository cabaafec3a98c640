import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/tokenward');
const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];

const UNPACK_TIMEOUT_MS = 60_000;

/** The fonts that came along, and no others: text then looks and breaks alike on every machine. */
const FONTS_FILE = 'fonts.xml';
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

export interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Unpacks the Chromium that npm brought, once per version, into the cache. Linux on x64 only. */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, FONTS_FILE) };
  if (lacksLibraries()) env['LD_LIBRARY_PATH'] = join(folder, 'al2023/lib');
  return { executablePath: join(folder, 'chromium'), env };
}

/** In a process of its own, since the package unpacks into the temporary folder of its process; the finished folder then takes its place at once. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'unpack-main.mjs')], {
    timeout: UNPACK_TIMEOUT_MS,
    // The second makes the package unpack the libraries of a bare system as well.
    env: { ...process.env, TMPDIR: unfinished, ...(lacksLibraries() ? { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } : {}) }
  });
  if (!existsSync(join(unfinished, 'chromium'))) {
    throw new Error(`The browser was unpacked to ${stdout} instead of its own folder.`);
  }
  writeFileSync(join(unfinished, FONTS_FILE), FONTS);
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was faster; its folder is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function lacksLibraries(): boolean {
  return !LIBRARY_FOLDERS.some((folder) => existsSync(join(folder, 'libnss3.so')));
}
