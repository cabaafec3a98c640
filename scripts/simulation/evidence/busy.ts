import type { FaultAction } from '../../authorization-server';
import { DEFAULT_USERNAME } from '../../authorization-server/config';
import type { Death, PlaceName } from './deaths';
import { deathAt } from './deaths';
import { rotateWhileLocked } from './locked';
import type { Observed } from './observed';
import { RESOURCE } from './subject';

const DEATHS: readonly (readonly [PlaceName, Death])[] = [
  ['before the update', 'an exception'],
  ['after the callout', 'a limit exception'],
  ['after the update', 'a platform kill']
];

/** Providers that fail, some of them in the words of the token that was presented. */
const ANSWERS: readonly FaultAction[] = [
  { kind: 'html', processed: true },
  { kind: 'truncate', how: 'body' },
  { kind: 'truncate', how: 'connection' },
  { kind: 'drop', processed: true },
  echo(400, '{"error":"invalid_grant","error_description":"expired token {token}"}'),
  echo(400, '{"error":"{token}","error_description":"{token}"}'),
  echo(200, '{"token":"{token}"'),
  echo(503, '{token}')
];

/** All that happens in the life of a connection, the bad days included. Every answer and error is kept. */
export function liveThrough(observed: Observed): void {
  const { subject, sinks } = observed;
  const { world } = subject;
  const repair = (): void => {
    subject.wait();
    sinks.tell(() => subject.sweep());
    sinks.tell(() => subject.authorizeAgain());
    subject.wait(2);
  };
  for (const endpoint of [RESOURCE, 'https://elsewhere.example/']) sinks.tell(() => subject.send(endpoint));
  sinks.tell(() => subject.ask());
  for (const [place, death] of DEATHS) {
    sinks.faults = deathAt(place, death);
    sinks.tell(() => subject.ask());
    repair();
  }
  for (const action of ANSWERS) {
    world.server.faults.add({ match: { endpoint: 'token' }, action });
    sinks.tell(() => subject.ask());
    sinks.tell(() => subject.authorizeAgain());
    world.server.faults.clear();
    repair();
  }
  complain(observed);
  sinks.tell(() => rotateWhileLocked(subject, 120));
  subject.wait(200);
  sinks.tell(() => subject.send());
  for (const key of ['getConnections()', 'timeline(String)']) {
    const args = key === 'timeline(String)' ? [subject.uid] : [];
    sinks.tell(() => world.settle(world.request('ConnectionsController', key, args)));
  }
}

/** 401 from the resource while the user is frozen, which is mended; then a request to it that gets no answer. */
function complain({ subject, sinks }: Observed): void {
  const { server } = subject.world;
  server.configureUser(DEFAULT_USERNAME, { status: 'frozen' });
  sinks.tell(() => subject.send());
  server.configureUser(DEFAULT_USERNAME, { status: 'active' });
  subject.wait(2);
  sinks.tell(() => subject.ask('person'));
  server.faults.add({ match: { endpoint: 'api' }, action: { kind: 'reset', processed: true } });
  sinks.tell(() => subject.send());
  server.faults.clear();
}

function echo(status: number, body: string): FaultAction {
  return { kind: 'answer', processed: false, status, body };
}
