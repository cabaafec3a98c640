import type { ClassInfo, MethodInfo } from '../contracts/class-info';
import type { OrgUser } from '../contracts/org';
import { ApexException } from '../runtime/exceptions';
import { failureText } from '../platform/apex-failure';
import type { LiveOrg } from './live-org';
import { AuraRequestError } from './request-error';
import { fromJson } from './from-json';
import { toJson } from './to-json';

/** What a page gets for a call: the value, or the error as the platform hands it to JavaScript. */
export type AuraAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly exceptionType: string };

/** Calls a static @AuraEnabled method in a transaction of its own, as the user. */
export async function callAura(
  live: LiveOrg,
  user: OrgUser,
  className: string,
  methodName: string,
  parameters: Readonly<Record<string, unknown>>
): Promise<AuraAnswer> {
  const { engine } = live;
  const { info, method } = find(live, className, methodName);
  if (!mayUse(live, user, info)) {
    return {
      ok: false,
      exceptionType: 'System.NoAccessException',
      message: `You do not have access to the Apex class named '${localName(info)}'.`
    };
  }
  const args = method.parameters.map((type, index) => {
    const name = method.parameterNames[index] ?? '';
    return fromJson(engine, parameters[name] ?? null, type, name);
  });
  const outcome = await live.transaction('aura', `${info.name}.${method.name}`, user, () =>
    engine.callStaticWaiting(info.name, method.key, args)
  );
  if (outcome.ok) return { ok: true, value: toJson(engine, outcome.value) };
  return { ok: false, ...errorOf(outcome.error) };
}

function find(live: LiveOrg, className: string, methodName: string): { info: ClassInfo; method: MethodInfo } {
  const namespaces = live.engine.org.data.projects.map(({ namespace }) => namespace);
  const info = namespaces.map((namespace) => live.engine.classes.resolve(className, namespace)).find((found) => found);
  const method = info?.methods.find(
    (candidate) =>
      candidate.static &&
      candidate.name === methodName &&
      candidate.annotations.some((annotation) => annotation.name === 'auraenabled')
  );
  if (!info || !method)
    throw new AuraRequestError(`There is no @AuraEnabled method ${className}.${methodName}.`, 'unknown-method');
  return { info, method };
}

function mayUse(live: LiveOrg, user: OrgUser, info: ClassInfo): boolean {
  const { data } = live.engine.org;
  const access = data.access(data.session(0), user);
  const name = localName(info);
  return access.apexClass(info.namespace === '' ? name : `${info.namespace}__${name}`);
}

function localName(info: ClassInfo): string {
  return info.name.slice(info.name.indexOf('.') + 1);
}

function errorOf(error: unknown): { message: string; exceptionType: string } {
  if (error instanceof ApexException) {
    return { message: error.apexMessage ?? 'Script-thrown exception', exceptionType: error.apexType };
  }
  return { message: failureText(error), exceptionType: 'System.LimitException' };
}
