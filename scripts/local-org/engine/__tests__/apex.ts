import { analyse } from '../../compiler/analyse';
import { emitProgram } from '../../compiler/emit/module';
import type { DataAccess } from '../../contracts/data';
import type { LibraryEntry } from '../../contracts/library';
import { assembleLibrary } from '../../contracts/library';
import type { Org, OrgUser } from '../../contracts/org';
import type { EmitMode, PackageSource, Program, SourceFile } from '../../contracts/program';
import type { Schema } from '../../contracts/schema';
import type { CoverageSink, Transaction } from '../../contracts/transaction';
import { answerSync } from '../../drivers/sync';
import { loadPlatformTypes } from '../../types';
import { Engine } from '../engine';

const NO_SCHEMA: Schema = { object: () => undefined, projectObjects: () => [] };

const USER = { id: '005000000000001AAA', username: 'tester', timeZone: 'UTC' } as OrgUser;

export interface ApexOptions {
  readonly mode?: EmitMode;
  readonly library?: readonly LibraryEntry[];
  readonly data?: Partial<DataAccess>;
  readonly coverage?: boolean;
  readonly schema?: Schema;
  readonly namespace?: string;
  readonly userOf?: (row: unknown) => OrgUser;
}

/** Class files by their first declared name: a test is Apex text in, result out. */
export function compile(sources: readonly string[], options: ApexOptions = {}): Program {
  const files = sources.map((text): SourceFile => {
    const [, kind = 'class', name = 'Unnamed'] = /\b(class|interface|enum|trigger)\s+(\w+)/.exec(text) ?? [];
    return {
      path: `${name}.${kind === 'trigger' ? 'trigger' : 'cls'}`,
      kind: kind === 'trigger' ? 'trigger' : 'class',
      text
    };
  });
  const source: PackageSource = { namespace: options.namespace ?? '', root: '.', managed: false, files };
  const analysis = analyse([source], loadPlatformTypes(), options.schema ?? NO_SCHEMA);
  if (analysis.problems.length > 0) {
    throw new Error(analysis.problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`).join('\n'));
  }
  return emitProgram(analysis.units, {
    mode: options.mode ?? 'plain',
    coverage: options.coverage ?? false,
    ...fieldTypes(options.schema)
  }).program;
}

function fieldTypes(schema: Schema | undefined) {
  return schema
    ? { fieldType: (object: string, field: string) => schema.object(object, '')?.field(field, '')?.type }
    : {};
}

export function transaction(coverage?: CoverageSink): Transaction {
  return {
    id: 1,
    kind: 'test',
    user: USER,
    statics: [],
    coverage,
    depth: 0,
    turns: 0,
    limits: {} as Transaction['limits']
  };
}

export function engineFor(program: Program, options: ApexOptions = {}): Engine {
  const engine = new Engine({
    org: { random: { next: () => 0.5 }, schema: NO_SCHEMA } as unknown as Org,
    library: assembleLibrary([options.library ?? []]),
    data: (options.data ?? {}) as DataAccess,
    mode: program.mode,
    platform: loadPlatformTypes(),
    ...(options.userOf ? { userOf: options.userOf } : {})
  });
  engine.load(program);
  return engine;
}

/** Compiles classes and calls `className.key(args)` in a transaction of its own. */
export function run(sources: readonly string[], className: string, key: string, options: ApexOptions = {}): unknown {
  const engine = engineFor(compile(sources, options), options);
  engine.effectHandler = answerSync;
  return call(engine, className, key);
}

export function call(
  engine: Engine,
  className: string,
  key: string,
  args: readonly unknown[] = [],
  tx = transaction()
): unknown {
  engine.tx = tx;
  return engine.drive(engine.invoke({ className: `c.${className}`, key, args }));
}

/** The body of a method that returns Object: `value('return 1 + 1;')`. */
export function value(body: string, options: ApexOptions = {}, more: readonly string[] = []): unknown {
  return run(
    [`public class Subject { public static Object result() { ${body} } }`, ...more],
    'Subject',
    'result()',
    options
  );
}
