import type { Plugin } from 'rolldown';
import type { ConsoleProject } from './project';

const VIRTUAL = '\0console:';
/** Formatting follows the browser, since the local org has no user preferences. */
const TIME_ZONE = 'export default Intl.DateTimeFormat().resolvedOptions().timeZone;';

/** The modules that Salesforce itself provides to LWC. */
export function platformModules(project: ConsoleProject, pageFolder: string, namespace: string): Plugin {
  const sourceOf = (id: string): string | undefined => platformSource(project, pageFolder, namespace, id);
  return {
    name: 'console-platform-modules',
    resolveId(id) {
      if (id === 'lightning/empApi') return `${pageFolder}/emp-api.mts`;
      return sourceOf(id) === undefined ? null : VIRTUAL + id;
    },
    load(id) {
      const code = id.startsWith(VIRTUAL) ? sourceOf(id.slice(VIRTUAL.length)) : undefined;
      return code === undefined ? null : { code, moduleType: 'js' };
    }
  };
}

/** The code of one such module, undefined for any other. A name the package does not have is an error. */
export function platformSource(
  project: ConsoleProject,
  pageFolder: string,
  namespace: string,
  id: string
): string | undefined {
  const apexRuntime = JSON.stringify(`${pageFolder}/apex.mts`);
  const sources: readonly (readonly [RegExp, (name: string) => string])[] = [
    [/^@salesforce\/apex$/, () => `export { refreshApex } from ${apexRuntime};`],
    [/^@salesforce\/apex\/(.+)$/, (name) => apexSource(project, name, apexRuntime)],
    [/^@salesforce\/label\/c\.(.+)$/, (name) => labelSource(project, name)],
    [/^@salesforce\/schema\/(\w+__\w+)$/, (name) => schemaSource(name, namespace)],
    [/^@salesforce\/i18n\/timeZone$/, () => TIME_ZONE],
    [/^virtual:console-pages$/, () => pagesSource(project)]
  ];
  for (const [pattern, source] of sources) {
    const match = pattern.exec(id);
    if (match) return source(match[1] ?? '');
  }
  return undefined;
}

function apexSource(project: ConsoleProject, name: string, runtime: string): string {
  const method = project.apex.get(name);
  if (!method) {
    throw new Error(`LWC imports @salesforce/apex/${name}, but there is no such @AuraEnabled method. Check the name.`);
  }
  const [className, methodName] = name.split('.');
  return `import { apexMethod } from ${runtime};
export default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(methodName)}, ${method.cacheable});`;
}

function labelSource(project: ConsoleProject, name: string): string {
  const value = project.labels.get(name);
  if (value === undefined)
    throw new Error(`LWC imports the label ${name}, which CustomLabels.labels-meta.xml lacks. Add it.`);
  return `export default ${JSON.stringify(value)};`;
}

function schemaSource(name: string, namespace: string): string {
  return `export default ${JSON.stringify({ objectApiName: namespace === '' ? name : `${namespace}__${name}` })};`;
}

function pagesSource(project: ConsoleProject): string {
  const used = [...new Set(project.pages.flatMap((page) => page.components))];
  const imports = used.map((name, index) => `import component${index} from 'c/${name}';`);
  const pages = project.pages.map((page) => {
    const items = page.components.map((name) => `{ tag: '${tagOf(name)}', component: component${used.indexOf(name)} }`);
    return `${JSON.stringify(page.name)}: [${items.join(', ')}]`;
  });
  return `${imports.join('\n')}\nexport const pages = { ${pages.join(', ')} };`;
}

function tagOf(component: string): string {
  return `c-${component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
