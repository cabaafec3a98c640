import type { CompiledProgram, Workspace } from '../boot/workspace';
import { analyseAnonymous } from '../compiler';
import { ANONYMOUS_BODY } from '../compiler/emit/anonymous';
import { emitProgram } from '../compiler/emit/module';
import type { OrgUser } from '../contracts/org';
import type { Problem } from '../contracts/program';
import type { Outcome } from '../platform/transaction/run';
import type { LiveOrg } from './live-org';

export interface LoadedProgram {
  readonly workspace: Workspace;
  readonly compiled: CompiledProgram;
}

export type AnonymousResult =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'ran'; readonly outcome: Outcome<unknown> };

/** Compiles a block against the running program, in the namespace of its first package, and runs it once. */
export async function executeAnonymous(
  live: LiveOrg,
  { workspace, compiled }: LoadedProgram,
  text: string,
  user: OrgUser
): Promise<AnonymousResult> {
  const namespace = workspace.projects[0]?.namespace ?? '';
  const { unit, problems } = analyseAnonymous(text, workspace.analysis.symbols, { namespace });
  if (!unit || problems.length > 0) return { kind: 'problems', problems };
  const { mode } = compiled.program;
  // Probes count statements, so that an endless loop meets the CPU limit.
  const { program } = emitProgram([unit], { mode, coverage: true, fieldType: workspace.fieldType }, compiled.index());
  live.engine.load(program);
  const className = program.units
    .flatMap(({ classes }) => classes)
    .find(({ name }) => name.endsWith('.anonymous'))?.name;
  if (className === undefined) throw new Error('The anonymous block was compiled without a class for its statements.');
  const outcome = await live.transaction('anonymous', 'anonymous', user, () =>
    live.engine.callStaticWaiting(className, ANONYMOUS_BODY, [])
  );
  return { kind: 'ran', outcome };
}
