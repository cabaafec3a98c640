import type { OrgEngine } from '../../boot/boot';
import { administrator, bootOrg, bootPlain } from '../../boot/boot';
import type { CompiledProgram, Workspace } from '../../boot/workspace';
import { compile, openWorkspace } from '../../boot/workspace';
import type { OrgUser } from '../../contracts/org';
import type { EmitMode } from '../../contracts/program';
import type { TransactionKind } from '../../contracts/transaction';
import type { PureServer } from '../../contracts/transport';
import type { Choose } from '../../drivers/choose';
import { SeededDriver } from '../../drivers/seeded';
import type { SeededOptions } from '../../drivers/seeded';
import { toJson } from '../../live/to-json';
import { failureText } from '../../platform/apex-failure';
import type { Outcome } from '../../platform/transaction/run';
import { runTransaction } from '../../platform/transaction/run';
import { nextWorkTime, readyWork } from '../../platform/work';
import { assembleProject } from '../../project';
import type { TextFile } from '../../project/xml';
import { runSuite } from '../../testing/suite';
import { loadPlatformTypes } from '../../types';
import { DEPOT } from './depot';

/** Apex texts as files named after what they declare. */
export function apexFiles(texts: readonly string[]): readonly TextFile[] {
  return texts.map((text) => {
    const [, kind = 'class', name = 'Unnamed'] = /\b(class|interface|enum|trigger)\s+(\w+)/.exec(text) ?? [];
    const suffix = kind === 'trigger' ? 'trigger' : 'cls';
    return { path: `force-app/main/classes/${name}.${suffix}`, text };
  });
}

export interface LabProgram {
  readonly workspace: Workspace;
  readonly compiled: CompiledProgram;
}

export interface LabSource {
  readonly namespace: string;
  readonly files: readonly TextFile[];
}

/** Compiles once what many tests run: one or more packages of Apex texts and metadata. */
export function compileLab(sources: readonly LabSource[], mode: EmitMode): LabProgram {
  const projects = sources.map(({ namespace, files }) =>
    assembleProject({ root: '', config: { name: 'lab', namespace, apiVersion: '65.0' }, files, problems: [] })
  );
  const workspace = openWorkspace(projects, loadPlatformTypes());
  return { workspace, compiled: compile(workspace, mode, mode === 'plain') };
}

/** Classes and triggers on the depot's objects, without a namespace, ready to be interleaved. */
export function depotProgram(...texts: readonly string[]): LabProgram {
  return compileLab([{ namespace: '', files: [...DEPOT, ...apexFiles(texts)] }], 'generator');
}

const ANSWER: PureServer = {
  handle: () => ({
    response: { status: 200, reason: 'OK', headers: {}, body: Buffer.from('answer') },
    delayMs: 0,
    connection: 'deliver'
  })
};

export type Race = Readonly<Record<string, string>>;

/** A fresh org that runs a compiled program, and asks it things. */
export class Lab {
  readonly engine: OrgEngine;
  user: OrgUser;

  constructor(program: LabProgram) {
    this.engine = bootOrg(program.workspace, program.compiled.program);
    this.user = administrator(this.engine.org);
  }

  get org() {
    return this.engine.org;
  }

  as(alias: string): this {
    this.user = this.org.user((user) => user.alias === alias, alias);
    return this;
  }

  /** Runs one static method without arguments as a transaction: its value, or the text of the error it ended with. */
  call(target: string, kind: TransactionKind = 'anonymous'): unknown {
    return this.race({ [target]: target }, [], {}, kind)[target];
  }

  /** Everything that the platform would start by itself runs, one after the other, until the time given. */
  settle(until = this.org.clock.now()): void {
    this.#driver([], { until, source: this.#source }).run();
  }

  /**
   * Runs transactions against each other. `steps` says what goes on at each point where there is a choice, such as
   * 'start A', 'run B', 'time passes'; after the last one whatever is first.
   */
  race(
    targets: Race,
    steps: readonly string[],
    options: Partial<SeededOptions> = {},
    kind: TransactionKind = 'anonymous'
  ): Readonly<Record<string, unknown>> {
    const left = [...steps];
    const driver = this.#driver(left, options);
    const runners = Object.entries(targets).map(
      ([label, target]) => [label, driver.add(label, this.#start(target, kind))] as const
    );
    driver.run();
    if (left.length > 0) throw new Error(`These steps never came: ${left.join(', ')}\n${driver.text()}`);
    return Object.fromEntries(runners.map(([label, { value }]) => [label, this.#result(value as Outcome<unknown>)]));
  }

  /** With jobs, events and schedules of the org among the choices. */
  raceWithWork(targets: Race, steps: readonly string[]): Readonly<Record<string, unknown>> {
    return this.race(targets, steps, { source: this.#source, until: this.org.clock.now() });
  }

  get #source() {
    return { ready: () => readyWork(this.engine), nextTime: () => nextWorkTime(this.engine) };
  }

  #driver(steps: string[], options: Partial<SeededOptions>): SeededDriver {
    const { clock } = this.org;
    return new SeededDriver({
      slot: this.engine,
      clock,
      server: ANSWER,
      choose: following(steps),
      maxSteps: 5_000,
      ...options
    });
  }

  #start(target: string, kind: TransactionKind) {
    const [method = '', className = '', namespace = 'c'] = target.split('.').reverse();
    const { user } = this;
    return runTransaction(this.engine, { kind, subject: target, user }, () =>
      this.engine.callStaticWaiting(`${namespace}.${className}`, `${method.toLowerCase()}()`, [])
    );
  }

  #result(outcome: Outcome<unknown>): unknown {
    return outcome.ok ? toJson(this.engine, outcome.value) : failureText(outcome.error);
  }
}

function following(steps: string[]): Choose {
  return (_count, labels) => {
    const wanted = steps.shift();
    if (wanted === undefined) return 0;
    const [verb = '', ...rest] = wanted.split(' ');
    const index = labels().findIndex((label) => label.startsWith(verb) && label.includes(rest.join(' ')));
    if (index >= 0) return index;
    throw new Error(`"${wanted}" is not possible now, only: ${labels().join(' | ')}`);
  };
}

/** Runs Apex tests on the depot: the message of each, or 'passed'. */
export function runTests(...texts: readonly string[]): Readonly<Record<string, string>> {
  return runTestsOn(DEPOT, ...texts);
}

/** The same on other metadata. */
export function runTestsOn(
  metadata: readonly TextFile[],
  ...texts: readonly string[]
): Readonly<Record<string, string>> {
  const { workspace, compiled } = compileLab([{ namespace: '', files: [...metadata, ...apexFiles(texts)] }], 'plain');
  const runner = bootPlain(workspace, compiled.program);
  const { tests } = runSuite(runner, compiled.program.units, runner.host.classes.all());
  return Object.fromEntries(
    tests.map(({ name, outcome, message = '' }) => [
      name.slice(name.indexOf('.') + 1),
      outcome === 'passed' ? outcome : (message.split('\n')[0] ?? '')
    ])
  );
}
