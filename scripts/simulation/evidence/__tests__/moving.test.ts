import { HOST } from '../../world/world';
import { subjectOf } from '../changes';
import type { Subject } from '../subject';

const NEW_HOME = 'https://acme--new.my.salesforce.com';

function rotateNaming(subject: Subject, instanceUrl: string): void {
  subject.world.server.configureOrganization({ instanceUrl });
  subject.wait(180);
  subject.ask();
  subject.pass(5);
}

function eventsOf({ world }: Subject, kind: string): readonly string[] {
  return [...world.org.data.store.table('tokenward__Rotation_Event__c').entries()]
    .map(([, row]) => row)
    .filter((row) => row['tokenward__Kind__c'] === kind)
    .map((row) => String(row['tokenward__Text__c']));
}

describe('F36: a refresh that names another instance', () => {
  test('within the domains of the provider is followed at once, and the admin is told', () => {
    const { subject } = subjectOf();
    rotateNaming(subject, 'https://acme--old.my.salesforce.com');
    rotateNaming(subject, NEW_HOME);
    subject.world.org.remoteSites.add('New', NEW_HOME);
    expect(subject.custody.state).toBe('Idle');
    expect(subject.send(`${NEW_HOME}/services/data/`)).toMatch(/^200/);
    const former = subject.failureOfSend('probe', 'https://acme--old.my.salesforce.com/services/data/');
    expect(former.type).toBe('tokenward.Tokenward.HostException');
    expect(eventsOf(subject, 'Moved').at(-1)).toContain(NEW_HOME);
  });

  test.each([
    ['of somebody else', 'https://evil.example', 'evil.example'],
    ['that looks alike', 'https://salesforce.com.evil.example', 'evil.example'],
    ['of the machine room', 'https://169.254.169.254', '169.254']
  ])('%s is not: no token goes there, the rotation is saved, and the admin is told once', (_what, host, shown) => {
    const { subject, strangers } = subjectOf();
    subject.world.org.remoteSites.add('Stray', host);
    rotateNaming(subject, host);
    rotateNaming(subject, host);
    expect(subject.failureOfSend('probe', `${host}/services/data/`).type).toBe('tokenward.Tokenward.HostException');
    expect(subject.send()).toMatch(/^200/);
    expect(strangers).toEqual([]);
    expect(subject.custody).toMatchObject({ state: 'Idle', generation: 3 });
    expect(eventsOf(subject, 'Strayed')).toHaveLength(1);
    expect(eventsOf(subject, 'Strayed')[0]).toContain(shown);
    expect(eventsOf(subject, 'Moved')).toEqual([]);
  });

  test('without encryption is neither followed nor news', () => {
    const { subject } = subjectOf();
    rotateNaming(subject, HOST.replace('https', 'http'));
    expect(subject.send()).toMatch(/^200/);
    expect(eventsOf(subject, 'Moved')).toEqual([]);
  });

  test('which stays the same is no news', () => {
    const { subject } = subjectOf();
    rotateNaming(subject, HOST);
    expect([...eventsOf(subject, 'Moved'), ...eventsOf(subject, 'Strayed')]).toEqual([]);
    expect(subject.custody.generation).toBe(2);
  });
});
