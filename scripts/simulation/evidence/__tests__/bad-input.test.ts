import { HOST, World } from '../../world/world';
import { SANDBOX_ID } from '../../../local-org/boot/boot';
import type { Observed } from '../observed';
import { observed } from '../observed';
import { copyRows, CUSTODY, overwrite } from '../rows';
import { compileEvidence, RESOURCE, Subject } from '../subject';

const program = compileEvidence();
const PAYLOAD = 'tokenward__Payload__c';
const NEXT = /Next step: \w+/;

let scene: Observed;
let subject: Subject;
beforeEach(() => {
  scene = observed(program);
  ({ subject } = scene);
});
afterEach(() => {
  const { unproven, revoked } = subject.harm;
  const harm = [...scene.sinks.leaks, ...(unproven + revoked > 0 ? ['a token was presented without proof'] : [])];
  if (harm.length > 0) throw new Error(`Whatever happens, nothing may leak or be lost: ${harm.join('; ')}`);
});

/** What a failed request says; kept for the search for secrets. */
function refusal(connection = subject.name, endpoint = RESOURCE) {
  const failure = subject.failureOfSend(connection, endpoint);
  scene.sinks.note('error', failure);
  return failure;
}

/** A rotation without a presentation: the state it ends in, and why. */
function refused(): string {
  const before = subject.presentations;
  subject.ask();
  expect(subject.presentations).toBe(before);
  const { state, reason } = subject.custody;
  return `${state}: ${reason}`;
}

/** The last proof that nothing was lost. */
function rotates(by: 'job' | 'person' = 'job'): void {
  const { generation } = subject.custody;
  subject.wait();
  subject.ask(by);
  expect(subject.custody).toMatchObject({ state: 'Idle', generation: generation + 1 });
  expect(subject.holdsLiveToken).toBe(true);
}

describe('a connection that is not there', () => {
  it('is refused by a typed exception that names it', () => {
    const { type, text } = refusal('nowhere');
    expect(type).toBe('tokenward.Tokenward.UnknownConnectionException');
    expect(text).toMatch(/There is no connection nowhere\. Nothing was sent\. Next step: check the developer name/);
  });

  it('is refused by a typed exception where nobody has authorized it', () => {
    subject.world.create({ developerName: 'empty' });
    const { type, text } = refusal('empty');
    expect(type).toBe('tokenward.Tokenward.NotAuthorizedException');
    expect(text).toMatch(/The connection empty is not authorized\. .*Next step: let an admin authorize it/);
  });

  it('cannot be rotated where nobody has authorized it', () => {
    const empty = new Subject(subject.world, subject.world.create({ developerName: 'empty' }));
    expect(empty.ask()).toMatch(/^Unknown: There is no grant .*Next step: authorize it/);
    expect(subject.presentations).toBe(0);
  });
});

describe('a sealed payload', () => {
  it('copied from another org is shredded without a callout, and the original is unharmed', () => {
    const copy = new Subject(new World(program, { seed: 2, orgId: SANDBOX_ID }), subject.uid);
    copyRows(subject.world, copy.world, copied(subject.world));
    copy.ask();
    expect(copy.world.server.journal.entries()).toEqual([]);
    expect(copy.custody).toMatchObject({ state: 'Foreign', payload: null, reason: expect.stringMatching(NEXT) });
    rotates();
  });

  it('copied from another org sends nothing, and can be replaced by authorizing there', () => {
    const copy = new Subject(new World(program, { seed: 2, orgId: SANDBOX_ID }), subject.uid);
    copyRows(subject.world, copy.world, copied(subject.world));
    expect(copy.failureOfSend()).toMatchObject({
      type: 'tokenward.Tokenward.AdminNeededException',
      text: expect.stringMatching(/sealed in another org.*Next step: authorize the connection in this org/)
    });
    copy.authorizeAgain();
    expect(copy.send()).toMatch(/^200/);
  });

  it.each([
    { how: 'with one character changed', alter: (payload: string) => flip(payload, payload.length - 60) },
    { how: 'with its organization id exchanged', alter: (payload: string) => flip(payload, 8) },
    { how: 'cut off', alter: (payload: string) => payload.slice(0, 200) }
  ])('$how is not opened: the state says so and nothing is sent', ({ alter }) => {
    const { id, payload } = subject.custody;
    overwrite(subject.world, CUSTODY, id, { [PAYLOAD]: alter(payload ?? '') });
    expect(refused()).toMatch(/^(Dead|Foreign): .*No request was made with it.*Next step: authorize the connection/);
    subject.authorizeAgain();
    rotates();
  });

  it('of an earlier generation is not presented again', () => {
    const { id, payload } = subject.custody;
    rotates();
    overwrite(subject.world, CUSTODY, id, { [PAYLOAD]: payload });
    subject.wait(2);
    expect(refused()).toMatch(/^Dead: .*Next step: authorize the connection again/);
  });

  it('of another connection is not presented for this one', () => {
    const other = new Subject(subject.world, subject.world.connect({ developerName: 'other' }));
    overwrite(subject.world, CUSTODY, subject.custody.id, { [PAYLOAD]: other.custody.payload });
    expect(refused()).toMatch(/^Dead: .*belongs to another row.*Next step: /);
  });
});

describe('a record that says something else than the grant was issued for', () => {
  it.each([
    { what: 'another login host', change: { host: 'https://login.attacker.example' } },
    { what: 'another client id', change: { clientId: 'another-client' } }
  ])('names $what: nothing is sent there', ({ change }) => {
    subject.world.org.remoteSites.add('Attacker', 'https://login.attacker.example');
    subject.edit(change);
    expect(refused()).toMatch(
      /^Changed: .*nothing is sent\. The grant is kept.*Next step: authorize the connection again/
    );
    expect(refusal().type).toBe('tokenward.Tokenward.AdminNeededException');
    subject.edit({});
    subject.authorizeAgain();
    rotates();
  });

  it('waits for a new authorization even when it is corrected, and nothing was sent meanwhile', () => {
    subject.edit({ clientId: 'another-client' });
    expect(refusal()).toMatchObject({
      type: 'tokenward.Tokenward.AdminNeededException',
      text: expect.stringMatching(NEXT)
    });
    subject.edit({});
    expect(refused()).toMatch(/^Changed: .*Next step: authorize the connection again/);
    expect(subject.presentations).toBe(0);
    subject.authorizeAgain();
    rotates();
  });
});

describe('a provider', () => {
  it('that answers with a page leaves a doubt, and the access token goes on working', () => {
    subject.world.server.faults.add({ match: { endpoint: 'token' }, action: { kind: 'html', processed: true } });
    subject.ask();
    expect(subject.custody).toMatchObject({
      state: 'InDoubt',
      generation: 1,
      reason: expect.stringMatching(/without an access token.*not presented again.*Next step: /)
    });
    subject.wait(2);
    expect(subject.ask()).toMatch(/^Blocked: /);
    expect(subject.presentations).toBe(1);
    expect(subject.send()).toMatch(/^200/);
  });

  it('whose host is not a remote site is named with what to click, and the rotation follows once it is added', () => {
    subject.world.org.remoteSites.setActive('Provider', false);
    expect(refused()).toContain(`This org may not call ${HOST} yet.`);
    expect(subject.custody.state).toBe('Waiting');
    expect(subject.custody.reason).toMatch(`Next step: add ${HOST} in Setup, Remote Site Settings`);
    subject.world.org.remoteSites.setActive('Provider', true);
    rotates();
  });

  it('whose host is not a remote site is named when it is to be authorized', () => {
    const { world } = subject;
    const uid = world.create({ developerName: 'far', host: 'https://far.example' });
    expect(() => world.authorize(uid)).toThrow(
      /AuthorizationException: This org may not call https:\/\/far\.example yet/
    );
  });

  it('that refuses the client waits for an admin, and a person resumes it', () => {
    const { server } = subject.world;
    server.configureClient('tokenward-client', { secret: 'a-secret-that-nobody-has-entered' });
    subject.ask();
    expect(subject.custody).toMatchObject({
      state: 'Waiting',
      until: null,
      reason: expect.stringMatching(
        /invalid_client.*not spent.*Next step: correct it at the provider, then choose Rotate/
      )
    });
    subject.wait();
    expect(subject.ask()).toMatch(/^Waiting: Correct the app/);
    expect(subject.presentations).toBe(1);
    server.configureClient('tokenward-client', { secret: 'client-secret-never-to-be-seen' });
    rotates('person');
  });
});

/** All that a sandbox gets from its production org; jobs and setup are its own. */
function copied(world: World): readonly string[] {
  return world.org.data.store.objects().filter((object) => object.startsWith('tokenward__'));
}

function flip(text: string, position: number): string {
  const other = text[position] === 'A' ? 'B' : 'A';
  return text.slice(0, position) + other + text.slice(position + 1);
}
