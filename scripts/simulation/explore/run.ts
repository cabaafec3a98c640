import type { FaultHook } from '../../local-org/contracts/fault';
import type { Runner } from '../../local-org/drivers/runner';
import { seededRandom } from '../../local-org/drivers/choose';
import type { FaultId } from '../faults/catalogue';
import { Injector } from '../faults/injector';
import { enter } from '../faults/states';
import { happen } from '../faults/events';
import type { Violation } from '../invariants/violation';
import { Watcher } from '../invariants/watcher';
import { judgeAnswers, judgeEnd } from '../invariants/ending';
import { findLeaks } from '../invariants/leaks';
import type { Plan, Scenario } from '../scenarios/scenario';
import type { BaseWorld } from '../world/base';
import type { Decide } from './decide';
import { DecisionLog } from './decide';
import { endOf } from './end';
import { quietDown } from './quiet';
import { Stage } from './stage';

/** What decides a schedule completely: the same input gives the same trace. */
export interface ScheduleInput {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly seed: number;
}

export interface ScheduleResult {
  readonly violations: readonly Violation[];
  readonly transactions: number;
  readonly decisions: readonly number[];
  readonly hits: ReadonlyMap<FaultId, number>;
  /** Of the workers, and the states that the connections end in. */
  readonly answers: readonly string[];
  /** As people read it; made only when somebody does. */
  readonly trace: () => string;
}

export interface RunOptions {
  readonly decide: Decide;
  /** Looks for secrets in every sink, which costs as much as the schedule. */
  readonly leaks: boolean;
  /** Told of every step, before anything of the next one is chosen. */
  readonly onStep?: (stage: Stage) => void;
  /** Stands between the org and the faults of the plan. */
  readonly hook?: (inner: FaultHook | undefined) => FaultHook;
}

/** Above this many workers nobody asks who would be interrupted. */
const ANONYMOUS_FROM = 60;

export function runSchedule(base: BaseWorld, input: ScheduleInput, options: RunOptions): ScheduleResult {
  const { scenario, plan, seed } = input;
  const { world } = base;
  base.snapshot.restore(seed);
  const began = world.org.transactions;
  const watcher = new Watcher(base);
  const log = new DecisionLog(options.decide, plan.workers.length >= ANONYMOUS_FROM);
  const stage = new Stage({ base, watcher, log, plan, drift: seededRandom(seed ^ DRIFT), ...options });
  const injector = new Injector(base, plan.injections, (fault, detail) => {
    stage.struck(fault, detail);
  });
  stage.injector = injector;
  if (options.hook) world.org.faults = options.hook(world.org.faults);
  try {
    const leave = plan.injections.flatMap((injection) => {
      if (injection.kind !== 'state') return [];
      injector.hit(injection.id);
      return [enter(base, injection.state)];
    });
    const workers = addWorkers(stage, plan);
    addEvents(stage, plan, injector);
    // A fault that consists in who is there, not in what breaks, strikes with every schedule.
    const { fault } = scenario;
    if (fault !== undefined && !plan.injections.some(({ id }) => id === fault)) injector.hit(fault);
    stage.driver.run();
    stage.step();
    injector.end();
    for (const end of leave) end();
    quietDown(stage, scenario);
    const ended = endOf(stage, workers);
    const violations = [
      ...watcher.violations,
      ...judgeAnswers(stage, workers),
      ...judgeEnd(base, ended),
      ...(options.leaks ? findLeaks(stage) : [])
    ];
    const unexpected = scenario.expect(ended);
    if (unexpected !== undefined) violations.push({ rule: 'expected', text: unexpected });
    return {
      violations,
      transactions: world.org.transactions - began,
      decisions: log.decisions,
      hits: injector.hits,
      answers: [...ended.answers, ...ended.connections.map(({ state }) => state)],
      trace: () => stage.text()
    };
  } finally {
    stage.close();
  }
}

/** Keeps the time that passes apart from what is chosen: a shrunk schedule keeps its pace. */
const DRIFT = 0x5eed;

function addWorkers(stage: Stage, plan: Plan): readonly Runner[] {
  const { base } = stage;
  return plan.workers.map((worker, index) => {
    const connection = base.connections[worker.connection % base.connections.length];
    if (!connection) throw new Error('A scenario needs a connection.');
    const label = `worker ${index + 1}`;
    const generation = connection.generation - worker.behind;
    const { world } = base;
    switch (worker.kind) {
      case 'ask':
        return stage.driver.add(
          label,
          world.request('HerdRequests', 'ask(String,Integer)', [connection.uid, generation])
        );
      case 'person':
        return stage.driver.add(
          label,
          world.request('SimulationRequests', 'askAsPerson(String,Integer)', [connection.uid, generation])
        );
      case 'send':
        return stage.driver.add(
          label,
          world.request('HerdRequests', 'send(String,String)', [connection.name, RESOURCE])
        );
    }
  });
}

const RESOURCE = 'https://login.provider.example/services/data/v65.0/';

function addEvents(stage: Stage, plan: Plan, injector: Injector): void {
  const first = stage.base.connections[0];
  if (!first) return;
  plan.injections.forEach((injection, index) => {
    if (injection.kind !== 'event') return;
    const { id, event, amount = 0 } = injection;
    stage.driver.add(
      `event ${event} (${index + 1})`,
      (function* () {
        injector.hit(id);
        return yield* happen(stage.base, first, event, amount);
      })()
    );
  });
}
