import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ConsoleBackend, PlatformEventListener } from '../backend';
import { openEventStream, type EventStream } from '../event-stream';

class FakeResponse extends EventEmitter {
  writableLength = 0;
  readonly written: string[] = [];
  readonly writeHead = jest.fn();
  readonly destroy = jest.fn(() => this.emit('close'));
  readonly end = jest.fn(() => this.emit('close'));
  write(text: string): void {
    this.written.push(text);
  }
}

let publish: PlatformEventListener;
let stopped: jest.Mock;
let stream: EventStream;

beforeEach(() => {
  stopped = jest.fn();
  const backend: ConsoleBackend = {
    users: () => [],
    invoke: () => Promise.reject(new Error('not called here')),
    onPlatformEvent: (listener) => {
      publish = listener;
      return stopped;
    }
  };
  stream = openEventStream(backend, 'ns');
});

afterEach(() => stream.close());

function open(): FakeResponse {
  const response = new FakeResponse();
  stream.add(response as unknown as ServerResponse);
  return response;
}

it('sends each event to every page, numbered', () => {
  const pages = [open(), open()];
  publish('A__e', {});
  publish('B__e', {});
  for (const { written } of pages) {
    expect(written.slice(1)).toEqual([
      'data: {"channel":"/event/ns__A__e","data":{"payload":{},"event":{"replayId":1}}}\n\n',
      'data: {"channel":"/event/ns__B__e","data":{"payload":{},"event":{"replayId":2}}}\n\n'
    ]);
  }
});

it('drops a page that does not read, and goes on with the others', () => {
  const [asleep, awake] = [open(), open()];
  asleep.writableLength = 1_000_001;
  publish('A__e', {});
  expect(asleep.destroy).toHaveBeenCalledTimes(1);
  expect(awake.written).toHaveLength(2);
});

it('refuses more pages than it can serve, until one closes', () => {
  const pages = Array.from({ length: 64 }, open);
  expect(open).toThrow('serves 64 open pages');
  pages[0]?.emit('close');
  expect(open).not.toThrow();
});

it('ends the pages and stops listening when it closes', () => {
  const page = open();
  stream.close();
  expect(page.end).toHaveBeenCalledTimes(1);
  expect(stopped).toHaveBeenCalled();
});
