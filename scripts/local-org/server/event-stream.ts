import type { ServerResponse } from 'node:http';
import type { ConsoleBackend } from './backend';
import { toBrowserEvent } from './channels';
import { Refusal } from './refusal';

const MOST_LISTENERS = 64;
/** A page that reads this far behind is asleep; it reconnects when it wakes. */
const MOST_UNREAD_BYTES = 1_000_000;
const HEARTBEAT_MILLISECONDS = 20_000;

export interface EventStream {
  /** Takes over a response and sends it every event until it closes. */
  add(response: ServerResponse): void;
  close(): void;
}

/** Fans the org's platform events out to pages as server-sent events. */
export function openEventStream(backend: ConsoleBackend, namespace: string): EventStream {
  const responses = new Set<ServerResponse>();
  let replayId = 0;
  const send = (text: string): void => {
    for (const response of responses) {
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
      else response.write(text);
    }
  };
  const stop = backend.onPlatformEvent((channel, payload) => {
    send(`data: ${JSON.stringify(toBrowserEvent(namespace, ++replayId, channel, payload))}\n\n`);
  });
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  return {
    add: (response) => {
      if (responses.size >= MOST_LISTENERS) {
        throw new Refusal(
          503,
          'TooManyPages',
          `The console serves ${MOST_LISTENERS} open pages. Close one and reload.`
        );
      }
      const type = { 'content-type': 'text/event-stream', 'x-content-type-options': 'nosniff' };
      response.writeHead(200, { ...type, 'cache-control': 'no-store' });
      response.write(': open\n\n');
      responses.add(response);
      response.on('close', () => responses.delete(response));
    },
    close: () => {
      stop();
      clearInterval(heartbeat);
      responses.forEach((response) => response.end());
    }
  };
}
