import type { PlatformTypes } from '../contracts/platform-types';
import type { EmitMode, PackageSource, Problem, Program, SourceFile } from '../contracts/program';
import type { TypeRef } from '../contracts/type-ref';
import type { Analysis } from '../compiler/analyse';
import { analyse } from '../compiler/analyse';
import { emitProgram } from '../compiler/emit/module';
import { ProgramIndex } from '../compiler/emit/program-index';
import type { OrgSchema, Project } from '../project';
import { buildSchema } from '../project';
import { recordProblems } from '../project/record-problems';
import { withGeneratedTypes } from '../project/generated-types';
import { cachedProgram } from './program-cache';

/** The projects of an org, not running yet. Their code is read and checked when somebody asks for what comes of it. */
export interface Workspace {
  readonly projects: readonly Project[];
  readonly platform: PlatformTypes;
  readonly schema: OrgSchema;
  readonly packages: readonly PackageSource[];
  readonly analysis: Analysis;
  readonly problems: readonly Problem[];
  /** The Apex type of an object's field, for the emitter. */
  readonly fieldType: (object: string, field: string) => TypeRef | undefined;
}

/** Code that is compiled into a project's namespace without lying in it: fixtures of simulation and tests. */
export interface Addition {
  readonly namespace: string;
  readonly files: readonly SourceFile[];
}

/** A package that is installed, not developed here: others see of it what is global. */
export interface ManagedProject extends Project {
  readonly managed: true;
}

export function managed(project: Project): ManagedProject {
  if (project.namespace === '')
    throw new Error(`${project.root} has no namespace: only a package with one is managed.`);
  return { ...project, managed: true };
}

function isManaged(project: Project): project is ManagedProject {
  return 'managed' in project && project.managed === true;
}

/** Of the projects, what is developed here comes first: the first one's namespace is the org's own. */
export function openWorkspace(
  given: readonly Project[],
  tables: PlatformTypes,
  additions: readonly Addition[] = []
): Workspace {
  const projects = [...given.filter((project) => !isManaged(project)), ...given.filter(isManaged)];
  refuseSameNamespace(projects);
  const platform = withGeneratedTypes(tables, projects);
  const schema = buildSchema(projects, platform);
  const packages = projects.map((project, index) => packageOf(project, additions, index > 0));
  const labels = labelNames(projects);
  const pages = pageNames(projects);
  let analysis: Analysis | undefined;
  return {
    projects,
    platform,
    schema,
    packages,
    get analysis(): Analysis {
      return (analysis ??= analyse(packages, platform, schema, {
        labels: (namespace, name) => labels.has(`${namespace}.${name}`.toLowerCase()),
        pages: (name) => pages.get(name.toLowerCase())
      }));
    },
    get problems(): readonly Problem[] {
      const ofProjects = projects.flatMap((project) => project.problems);
      return [...ofProjects, ...recordProblems(projects, schema), ...this.analysis.problems];
    },
    fieldType: (object, field) => schema.byFullName(object)?.field(field, '')?.type
  };
}

/** A program that has problems is not run: the message lists the first of them. */
export class CompileError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const shown = problems.slice(0, 10).map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`);
    super(`The project has ${problems.length} problem(s); mend them first:\n${shown.join('\n')}`);
  }
}

export interface CompiledProgram {
  readonly program: Program;
  /** What later code, an anonymous block, needs to know of the program. */
  readonly index: () => ProgramIndex;
}

/** Below this many characters of Apex, compiling costs no more than looking up what was compiled before. */
const WORTH_CACHING = 100_000;

export function compile(workspace: Workspace, mode: EmitMode, coverage: boolean): CompiledProgram {
  const { platform, packages, projects, fieldType } = workspace;
  const emit = (): Program => {
    if (workspace.problems.length > 0) throw new CompileError(workspace.problems);
    return emitProgram(workspace.analysis.units, { mode, coverage, fieldType }).program;
  };
  const cacheable = platform.fingerprint !== undefined && apexOf(packages) > WORTH_CACHING;
  const program = cacheable ? cachedProgram([platform.fingerprint, projects, packages, mode, coverage], emit) : emit();
  return { program, index: () => new ProgramIndex(workspace.analysis.units) };
}

function apexOf(packages: readonly PackageSource[]): number {
  return packages.flatMap(({ files }) => files).reduce((sum, { text }) => sum + text.length, 0);
}

function packageOf(project: Project, additions: readonly Addition[], beside: boolean): PackageSource {
  const { namespace, root } = project;
  const added = additions.filter((addition) => addition.namespace === namespace).flatMap(({ files }) => files);
  const files = [...project.files, ...added];
  const named = beside ? files.map((file) => inPackage(file, namespace)) : files;
  return { namespace, root, managed: isManaged(project), files: named };
}

/** Projects may have files of the same name: those beside the one that is developed carry their namespace. */
function inPackage(file: SourceFile, namespace: string): SourceFile {
  return { ...file, path: `${namespace || 'c'}/${file.path}` };
}

function refuseSameNamespace(projects: readonly Project[]): void {
  const namespaces = projects.map(({ namespace }) => namespace);
  const twice = namespaces.find((namespace, index) => namespaces.indexOf(namespace) !== index);
  if (twice === undefined) return;
  throw new Error(`Two projects have the namespace "${twice}": an org takes each namespace once.`);
}

function labelNames(projects: readonly Project[]): ReadonlySet<string> {
  return new Set(
    projects.flatMap(({ namespace, labels }) =>
      labels.flatMap(({ name }) => [`${namespace}.${name}`.toLowerCase(), `.${name}`.toLowerCase()])
    )
  );
}

/** As they are written, by lower case. */
function pageNames(projects: readonly Project[]): ReadonlyMap<string, string> {
  return new Map(
    projects.flatMap(({ components }) =>
      components.filter(({ type }) => type === 'ApexPage').map(({ name }) => [name.toLowerCase(), name] as const)
    )
  );
}
