import type { PlatformTypes } from '../contracts/platform-types';
import type { EmitMode, PackageSource, Problem, Program, SourceFile } from '../contracts/program';
import type { TypeRef } from '../contracts/type-ref';
import type { Analysis } from '../compiler/analyse';
import { analyse } from '../compiler/analyse';
import { emitProgram } from '../compiler/emit/module';
import type { ProgramIndex } from '../compiler/emit/program-index';
import type { OrgSchema, Project } from '../project';
import { buildSchema } from '../project';
import { withGeneratedTypes } from '../project/generated-types';

/** The projects of an org, read and checked, not running yet. */
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
  const analysis = analyse(packages, platform, schema, {
    labels: (namespace, name) => labels.has(`${namespace}.${name}`.toLowerCase()),
    pages: (name) => pages.get(name.toLowerCase())
  });
  const problems = [...projects.flatMap((project) => project.problems), ...analysis.problems];
  const fieldType = (object: string, field: string): TypeRef | undefined =>
    schema.byFullName(object)?.field(field, '')?.type;
  return { projects, platform, schema, packages, analysis, problems, fieldType };
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
  readonly index: ProgramIndex;
}

export function compile(workspace: Workspace, mode: EmitMode, coverage: boolean): CompiledProgram {
  if (workspace.problems.length > 0) throw new CompileError(workspace.problems);
  return emitProgram(workspace.analysis.units, { mode, coverage, fieldType: workspace.fieldType });
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
