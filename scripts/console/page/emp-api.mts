/** lightning/empApi for the local console: one event stream from the host, fanned out by channel. */
interface Message {
  readonly channel: string;
  readonly data: { readonly payload: Readonly<Record<string, unknown>>; readonly event: { readonly replayId: number } };
}
type Listener = (message: Message) => void;

const listeners = new Map<string, Set<Listener>>();
const onErrors = new Set<(error: unknown) => void>();
let stream: Promise<EventSource> | undefined;

function open(): Promise<EventSource> {
  stream ??= new Promise((resolve, reject) => {
    const source = new EventSource('/events');
    source.onopen = () => resolve(source);
    source.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      listeners.get(message.channel)?.forEach((listener) => listener(message));
    };
    source.onerror = () => {
      const lost = new Error('The event stream of the console host was interrupted.');
      reject(lost);
      onErrors.forEach((callback) => callback(lost));
    };
  });
  return stream;
}

export const isEmpEnabled = (): Promise<boolean> => Promise.resolve(true);

export async function subscribe(channel: string, replayId: number, listener: Listener): Promise<object> {
  if (replayId !== -1) throw new Error(`The local console replays no events: subscribe with -1, not ${replayId}.`);
  const set = listeners.get(channel) ?? new Set();
  listeners.set(channel, set.add(listener));
  await open();
  return { channel, listener };
}

export function unsubscribe(subscription: { channel: string; listener: Listener }): Promise<object> {
  listeners.get(subscription.channel)?.delete(subscription.listener);
  return Promise.resolve({ successful: true });
}

export function onError(callback: (error: unknown) => void): void {
  onErrors.add(callback);
}
