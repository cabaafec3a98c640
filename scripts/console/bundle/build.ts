import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import { rolldown, type Plugin } from 'rolldown';
import { platformModules } from './platform-modules';
import { readConsoleProject, type ConsoleProject } from './project';
import { slimming } from './slimming';
import { stripTypes } from './strip-types';

const ROOT = resolve(__dirname, '../../..');
const PAGE_FOLDER = resolve(__dirname, '../page');
const BASE_COMPONENTS = join(ROOT, 'node_modules/lightning-base-components/src');

/** Bundles the pages of the package into a folder, which appears only when it is complete. */
export async function buildConsole(folder: string, namespace: string, target: string): Promise<void> {
  const project = readConsoleProject(folder);
  const bundle = await rolldown({
    input: join(PAGE_FOLDER, 'main.mts'),
    platform: 'browser',
    moduleTypes: { '.html': 'js', '.css': 'js' },
    transform: { define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' } },
    onLog: (_level, log) => {
      // A slow machine is no fault of the console.
      if (log.code === 'PLUGIN_TIMINGS') return;
      // The base components are as they are; anything else, an unresolved import above all, would fail in the browser.
      if (![log.id, log.loc?.file, log.message].some((text) => text?.includes('lightning-base-components')))
        throw new Error(log.message);
    },
    plugins: [
      platformModules(project, PAGE_FOLDER, namespace),
      slimming([join(folder, 'lwc'), join(BASE_COMPONENTS, 'lightning')]),
      stripTypes(),
      lwcCompiler(project, folder)
    ]
  });
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true });
  await bundle.write({ dir: unfinished, format: 'esm', minify: true, chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
  const { appLabel, pages } = project;
  writeFileSync(join(unfinished, 'shell.json'), JSON.stringify({ appLabel, pages }));
  appear(unfinished, target);
}

/** Where two builds of the same sources end together, the first one's bundle stays. */
function appear(unfinished: string, target: string): void {
  try {
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  } catch (error) {
    if (!existsSync(join(target, 'shell.json'))) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** The compiler comes as a plugin of Rollup, whose hooks Rolldown calls alike; only the types know the difference. */
function lwcCompiler(project: ConsoleProject, folder: string): Plugin {
  return lwc({
    rootDir: join(folder, 'lwc'),
    include: [join(folder, 'lwc/**'), join(BASE_COMPONENTS, '**')],
    modules: [
      ...[...project.components].map(([name, path]) => ({ name: `c/${name}`, path })),
      { npm: 'lightning-base-components' }
    ],
    // The engine is resolved as any other package.
    defaultModules: [],
    enableSyntheticElementInternals: true,
    enableDynamicComponents: true,
    enableLwcOn: true
  }) as unknown as Plugin;
}
