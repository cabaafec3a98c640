import type { ConsoleBackend, InvokeResult, PlatformEventListener } from '../../local-org/server/backend';

type Answer = InvokeResult | Promise<InvokeResult>;
type Script = (params: Record<string, unknown>, userId: string) => Answer;

/** A backend whose answers a test scripts, by "Class.method"; it notes every call. */
export interface FakeBackend extends ConsoleBackend {
  readonly calls: { readonly method: string; readonly params: Record<string, unknown>; readonly userId: string }[];
  script(method: string, answer: Script): void;
  publish(channel: string, payload: Record<string, unknown>): void;
}

export const ADMINISTRATOR = { id: '005000000000001AAA', name: 'Ada Administrator', alias: 'ada' };
export const OBSERVER = { id: '005000000000002AAA', name: 'Olu Observer', alias: 'olu' };

export function fakeBackend(): FakeBackend {
  const scripts = new Map<string, Script>();
  const listeners = new Set<PlatformEventListener>();
  const calls: FakeBackend['calls'] = [];
  return {
    calls,
    users: () => [ADMINISTRATOR, OBSERVER],
    script: (method, answer) => scripts.set(method, answer),
    publish: (channel, payload) => listeners.forEach((listener) => listener(channel, payload)),
    invoke: async (userId, className, methodName, params) => {
      const method = `${className}.${methodName}`;
      const script = scripts.get(method);
      if (!script) {
        return {
          ok: false,
          message: `There is no ${method}.`,
          exceptionType: 'System.TypeException',
          refused: 'unknown-method'
        };
      }
      calls.push({ method, params, userId });
      return script(params, userId);
    },
    onPlatformEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

export const gives =
  (value: unknown): Script =>
  () => ({ ok: true, value });
export const fails =
  (message: string): Script =>
  () => ({
    ok: false,
    message,
    exceptionType: 'System.AuraHandledException'
  });
