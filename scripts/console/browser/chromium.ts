import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/tokenward');
const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];

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

/** The package unpacks into the temporary folder of the process; a finished folder then takes its place at once. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = { TMPDIR: process.env['TMPDIR'], AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'] };
  process.env['TMPDIR'] = unfinished;
  // This makes the package unpack the libraries of a bare system as well.
  if (lacksLibraries()) process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    writeFileSync(join(unfinished, FONTS_FILE), FONTS);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
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
