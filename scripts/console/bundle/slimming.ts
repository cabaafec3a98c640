import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Plugin } from 'rolldown';

const ICON = /\b(utility|standard|action|custom|doctype):(\w+)/g;
const ICON_TEMPLATES = /iconSvgTemplates(\w+)[\\/]buildTemplates[\\/]templates\.js$/;
/** Styles that only count in native shadow, which Lightning Experience does not use. */
const NATIVE_SHADOW_STYLE = /(\.slds\.css|\.lbc\.native\.css|[\\/]lightning[\\/]slds\w*[\\/][^\\/]+\.css)(\?|$)/;
/** What the LWC plugin imports for a template that has no style. */
const NO_STYLE = /^@lwc[\\/]resources[\\/]empty_css\.css$/;
/** An empty style compiles to undefined, which the engine does not survive. */
const INERT_STYLE = '.-{}';

/** Leaves out the icons nobody names, right-to-left icons, and styles of native shadow: most of the bundle. */
export function slimming(sourceFolders: readonly string[]): Plugin {
  const named = new Set(sourceFolders.flatMap(iconsNamedIn));
  return {
    name: 'console-slimming',
    load(id) {
      if (NO_STYLE.test(id)) return { code: 'export default undefined;', moduleType: 'js' };
      if (NATIVE_SHADOW_STYLE.test(id)) return { code: INERT_STYLE, moduleType: 'js' };
      const category = ICON_TEMPLATES.exec(id)?.[1];
      if (category === undefined) return null;
      if (category.endsWith('Rtl')) return { code: 'export default {};', moduleType: 'js' };
      return { code: keepNamed(readFileSync(id, 'utf8'), named), moduleType: 'js' };
    }
  };
}

function iconsNamedIn(folder: string): string[] {
  return sourceFiles(folder).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(ICON)].map((match) => `${match[1]}_${match[2]}`)
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('iconSvgTemplates') ? [] : sourceFiles(path);
    return ['.js', '.ts', '.html'].includes(extname(entry.name)) ? [path] : [];
  });
}

/** Icons are one import each: `import { default as utility_add } from './utility/add.html';`. */
function keepNamed(source: string, named: ReadonlySet<string>): string {
  const imports = [...source.matchAll(/^import \{ default as (\w+) \} from '(.+)';$/gm)];
  if (imports.length === 0)
    throw new Error(`The icon list of ${basename(source)} has a new shape: adapt the slimming.`);
  const kept = imports.filter(([, name]) => named.has(name ?? ''));
  const lines = kept.map(([line]) => line);
  return `${lines.join('\n')}\nexport default { ${kept.map(([, name]) => name).join(', ')} };`;
}
