import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { AuraMethod } from '../apex-types/model';
import { readAuraClass } from '../apex-types/read';

/** What the bundle needs to know of the package's metadata. */
export interface ConsoleProject {
  readonly appLabel: string;
  readonly pages: readonly ConsolePage[];
  readonly labels: ReadonlyMap<string, string>;
  /** Entry files of the LWC bundles, by name. */
  readonly components: ReadonlyMap<string, string>;
  /** @AuraEnabled methods by "Class.method". */
  readonly apex: ReadonlyMap<string, AuraMethod>;
}

export interface ConsolePage {
  readonly name: string;
  readonly label: string;
  readonly components: readonly string[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => ['labels', 'tabs', 'flexiPageRegions', 'itemInstances'].includes(name)
});

/** Reads the folder that holds lwc, labels, flexipages, tabs, applications and classes. */
export function readConsoleProject(folder: string): ConsoleProject {
  const application = onlyFile(folder, 'applications');
  const { CustomApplication: app } = readXml(application) as { CustomApplication: { label: string; tabs: string[] } };
  return {
    appLabel: app.label,
    pages: app.tabs.flatMap((tab) => readPage(folder, tab)),
    labels: readLabels(folder),
    components: readComponents(join(folder, 'lwc')),
    apex: readApex(join(folder, 'classes'))
  };
}

/** A tab without a Lightning page shows records, which the local console does not. */
function readPage(folder: string, tab: string): ConsolePage[] {
  const tabFile = join(folder, 'tabs', `${tab}.tab-meta.xml`);
  if (!existsSync(tabFile)) return [];
  const { CustomTab } = readXml(tabFile) as { CustomTab: { flexiPage?: string; label?: string } };
  if (CustomTab.flexiPage === undefined) return [];
  const page = readXml(join(folder, 'flexipages', `${CustomTab.flexiPage}.flexipage-meta.xml`)) as {
    FlexiPage: { masterLabel: string; flexiPageRegions: { itemInstances?: FlexiItem[] }[] };
  };
  const items = page.FlexiPage.flexiPageRegions.flatMap((region) => region.itemInstances ?? []);
  const components = items.flatMap((item) => item.componentInstance?.componentName ?? []);
  return [{ name: CustomTab.flexiPage, label: CustomTab.label ?? page.FlexiPage.masterLabel, components }];
}

interface FlexiItem {
  readonly componentInstance?: { readonly componentName: string };
}

function readLabels(folder: string): Map<string, string> {
  const file = join(folder, 'labels', 'CustomLabels.labels-meta.xml');
  const { CustomLabels } = readXml(file) as { CustomLabels: { labels: { fullName: string; value: string }[] } };
  return new Map(CustomLabels.labels.map((label) => [label.fullName, label.value]));
}

function readComponents(folder: string): Map<string, string> {
  const bundles = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(bundles.map(({ name }) => [name, join(folder, name, `${name}.ts`)]));
}

function readApex(folder: string): Map<string, AuraMethod> {
  const methods = new Map<string, AuraMethod>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.cls'))) {
    const found = readAuraClass(name, readFileSync(join(folder, name), 'utf8'));
    found?.methods.forEach((method) => methods.set(`${found.name}.${method.name}`, method));
  }
  return methods;
}

function onlyFile(folder: string, kind: string): string {
  const [first, ...others] = readdirSync(join(folder, kind));
  if (first === undefined || others.length > 0) {
    throw new Error(
      `${basename(folder)}/${kind} must hold exactly one file; it holds ${others.length + (first ? 1 : 0)}.`
    );
  }
  return join(folder, kind, first);
}

function readXml(file: string): unknown {
  return parser.parse(readFileSync(file, 'utf8'));
}
