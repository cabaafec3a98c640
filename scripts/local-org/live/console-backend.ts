import type { OrgUser } from '../contracts/org';
import { SObjectValue } from '../runtime/sobject';
import type { ConsoleBackend, InvokeResult } from '../server/backend';
import { callAura } from './aura';
import type { LiveOrg } from './live-org';
import { AuraRequestError } from './request-error';
import { toJson } from './to-json';

/** The console host's view of a live org. People choose among the org's users; Automated Process is not a person. */
export function consoleBackend(live: LiveOrg): ConsoleBackend {
  const { org } = live.engine;
  const people = org.users.filter((user) => user.userType === 'Standard');
  return {
    users: () => people.map(({ id, name, alias }) => ({ id, name, alias })),
    invoke: (userId, className, methodName, params) => invoke(live, people, userId, className, methodName, params),
    onPlatformEvent: (listener) =>
      org.onEvent((objectName, row) => listener(`/event/${objectName}`, payloadOf(live, row))),
    now: () => org.clock.now()
  };
}

async function invoke(
  live: LiveOrg,
  people: readonly OrgUser[],
  userId: string,
  ...[className, methodName, params]: [string, string, Record<string, unknown>]
): Promise<InvokeResult> {
  const user = people.find(({ id }) => id === userId);
  if (!user) throw new AuraRequestError(`The org has no user ${userId}.`);
  try {
    const answer = await callAura(live, user, className, methodName, params);
    if (answer.ok || answer.exceptionType !== 'System.NoAccessException') return answer;
    return { ...answer, refused: 'no-access' };
  } catch (error) {
    if (!(error instanceof AuraRequestError)) throw error;
    return { ok: false, message: error.message, exceptionType: 'InvalidRequest', refused: error.refused };
  }
}

function payloadOf(live: LiveOrg, row: object): Record<string, unknown> {
  const fields = row instanceof SObjectValue ? toJson(live.engine, row) : {};
  return fields as Record<string, unknown>;
}
