import type { Problem, SourceFile } from '../contracts/program';
import { cachePartition, labels, metadataRecord, permissionSet, remoteSite } from './components';
import type {
  CachePartitionMetadata,
  ComponentMetadata,
  CustomPermissionMetadata,
  LabelMetadata,
  MetadataRecord,
  ObjectMetadata,
  PermissionSetMetadata,
  Project,
  RecordFlowMetadata,
  RemoteSiteMetadata
} from './model';
import { recordFlow, workflowRules } from './automation';
import { ObjectCollector } from './object-files';
import { parseMetadata } from './xml';
import type { TextFile, XmlElement } from './xml';

export interface ProjectConfig {
  readonly name: string;
  readonly namespace: string;
  readonly apiVersion: string;
}

/** Everything the package directories hold; only Apex and metadata files come with their text. */
export interface ProjectFiles {
  readonly root: string;
  readonly config: ProjectConfig;
  readonly files: readonly TextFile[];
  readonly problems: readonly Problem[];
}

/** Passed on to the console and the `sf` endpoints as data: file suffix and root element. */
const COMPONENT_TYPES: Readonly<Record<string, string>> = {
  namedCredential: 'NamedCredential',
  externalCredential: 'ExternalCredential',
  app: 'CustomApplication',
  tab: 'CustomTab',
  flexipage: 'FlexiPage',
  page: 'ApexPage',
  dwl: 'DataWeaveResource',
  cspTrustedSite: 'CspTrustedSite',
  notiftype: 'CustomNotificationType',
  platformEventSubscriberConfig: 'PlatformEventSubscriberConfig'
};

/** Pure: files in, project out. Malformed files become problems and are left out. */
export function assembleProject(input: ProjectFiles): Project {
  const collector = new Collector();
  for (const file of input.files) collector.add(file);
  const { config, root } = input;
  return {
    root,
    namespace: config.namespace,
    name: config.name,
    apiVersion: config.apiVersion,
    ...collector.result(),
    problems: [...input.problems, ...collector.problems]
  };
}

class Collector {
  readonly problems: Problem[] = [];
  readonly #sources: SourceFile[] = [];
  readonly #objects = new ObjectCollector((file, root) => this.#parse(file, root));
  readonly #records: MetadataRecord[] = [];
  readonly #labels: LabelMetadata[] = [];
  readonly #permissionSets: PermissionSetMetadata[] = [];
  readonly #customPermissions: CustomPermissionMetadata[] = [];
  readonly #partitions: CachePartitionMetadata[] = [];
  readonly #remoteSites: RemoteSiteMetadata[] = [];
  readonly #components: ComponentMetadata[] = [];
  readonly #staticResources: string[] = [];
  readonly #flows: RecordFlowMetadata[] = [];

  add(file: TextFile): void {
    if (file.path.endsWith('.cls')) this.#sources.push({ path: file.path, kind: 'class', text: file.text });
    else if (file.path.endsWith('.trigger')) this.#sources.push({ path: file.path, kind: 'trigger', text: file.text });
    else this.#addMetadata(file);
  }

  result(): Omit<Project, 'root' | 'namespace' | 'name' | 'apiVersion' | 'problems'> {
    const objects: readonly ObjectMetadata[] = this.#objects.result();
    return {
      files: this.#sources,
      objects,
      metadataRecords: this.#records,
      labels: this.#labels,
      permissionSets: this.#permissionSets,
      customPermissions: this.#customPermissions,
      cachePartitions: this.#partitions,
      remoteSites: this.#remoteSites,
      flows: this.#flows,
      components: this.#components,
      staticResources: this.#staticResources
    };
  }

  #addMetadata(file: TextFile): void {
    const match = /([^/]+)\.([A-Za-z]+)-meta\.xml$/.exec(file.path);
    if (!match) return;
    const [, name = '', suffix = ''] = match;
    if (this.#objects.add(file, name, suffix)) return;
    switch (suffix) {
      case 'md':
        return this.#with(file, 'CustomMetadata', (root) => this.#records.push(metadataRecord(name, root, file.path)));
      case 'labels':
        return this.#with(file, 'CustomLabels', (root) => this.#labels.push(...labels(root)));
      case 'permissionset':
        return this.#with(file, 'PermissionSet', (root) => this.#permissionSets.push(permissionSet(name, root)));
      case 'customPermission':
        return this.#with(file, 'CustomPermission', (root) =>
          this.#customPermissions.push({ name, label: root.text('label') ?? name })
        );
      case 'cachePartition':
        return this.#with(file, 'PlatformCachePartition', (root) => this.#partitions.push(cachePartition(name, root)));
      case 'remoteSite':
        return this.#with(file, 'RemoteSiteSetting', (root) => this.#remoteSites.push(remoteSite(name, root)));
      case 'flow':
        return this.#with(file, 'Flow', (root) => this.#flows.push(...[recordFlow(name, root) ?? []].flat()));
      case 'workflow':
        return this.#with(file, 'Workflow', (root) => this.#flows.push(...workflowRules(name, root)));
      case 'resource':
        this.#staticResources.push(name);
        return;
      default:
        return this.#addComponent(file, name, suffix);
    }
  }

  #addComponent(file: TextFile, name: string, suffix: string): void {
    const type = COMPONENT_TYPES[suffix];
    if (type === undefined) return;
    this.#with(file, type, (root) => this.#components.push({ type, name, file: file.path, data: root.data() }));
  }

  #with(file: TextFile, rootName: string, use: (root: XmlElement) => unknown): void {
    const root = this.#parse(file, rootName);
    if (root) use(root);
  }

  #parse(file: TextFile, rootName: string): XmlElement | undefined {
    const result = parseMetadata(file, rootName);
    if ('root' in result) return result.root;
    this.problems.push(result.problem);
    return undefined;
  }
}
