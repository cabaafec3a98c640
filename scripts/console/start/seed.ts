import type { OrgEngine } from '../../local-org/boot/boot';
import { administrator } from '../../local-org/boot/boot';
import type { LiveOrg } from '../../local-org/live/live-org';
import { failureText } from '../../local-org/platform/apex-failure';
import type { WireResponse } from '../../local-org/contracts/transport';
import { loopbackTransport } from '../../local-org/live/loopback-transport';
import type { ConnectionPlan } from '../../simulation/world/authorize';
import { authorizeSteps } from '../../simulation/world/authorize';

const VISIT_TIMEOUT_MS = 10_000;
const QUIET_TIMEOUT_MS = 30_000;

/** Creates a connection and authorizes it over real HTTP, as an admin and a browser would. Returns its id. */
export async function connect(live: LiveOrg, plan: ConnectionPlan): Promise<string> {
  const steps = authorizeSteps(live.engine, plan);
  let step = steps.next();
  while (step.done !== true) {
    const { value } = step;
    const answer: unknown =
      value.kind === 'visit'
        ? await visit(value.request)
        : await transact(live, live.engine, value.subject, value.body);
    step = steps.next(answer);
  }
  await live.whenQuiet(QUIET_TIMEOUT_MS);
  return step.value;
}

type Visit = Parameters<ReturnType<typeof loopbackTransport>['send']>[0];

async function visit(request: Visit): Promise<WireResponse> {
  const result = await loopbackTransport().send(request, VISIT_TIMEOUT_MS);
  if (result.ok) return result.response;
  throw new Error(`The authorization server could not be reached: ${result.failure.detail}`);
}

async function transact(
  live: LiveOrg,
  engine: OrgEngine,
  ...[subject, body]: [string, Parameters<LiveOrg['transaction']>[3]]
): Promise<unknown> {
  const outcome = await live.transaction('aura', subject, administrator(engine.org), body);
  if (outcome.ok) return outcome.value;
  throw new Error(`${subject} failed: ${failureText(outcome.error)}\n${engine.stackText(outcome.error)}`);
}
