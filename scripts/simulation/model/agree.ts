import type { ScheduleResult } from '../explore/run';
import { runSchedule } from '../explore/run';
import { scripted } from '../explore/script';
import type { Expectation } from '../scenarios/expectations';
import { all, endsIn, honest, noGrantLeft, noneRevoked, renewed } from '../scenarios/expectations';
import type { Scenario } from '../scenarios/scenario';
import { Bases } from '../world/base';
import type { WorldProgram } from '../world/program';
import type { Disaster } from './traces';

const ENDS: Readonly<Record<Disaster['end'], Expectation>> = {
  renewed: all(renewed, noneRevoked),
  empty: all(endsIn('Empty'), noGrantLeft, noneRevoked),
  honest: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
};

/** The course of events of one of the model's traces, on the Apex of that program. */
export function enact(program: WorldProgram, disaster: Disaster): ScheduleResult {
  const { shape, injections, script, name, trace, end } = disaster;
  const plan = {
    workers: [{ kind: 'ask', connection: 0, behind: 0 }] as const,
    injections,
    anyTime: true,
    drift: 0,
    steadiness: 1
  };
  const scenario: Scenario = { name, title: trace, fault: undefined, shape, plan: () => plan, expect: ENDS[end] };
  const base = new Bases(program).of(shape);
  return runSchedule(base, { scenario, plan, seed: 1 }, { decide: scripted(script), leaks: false });
}
