import { liveThrough } from '../busy';
import { watchStates } from '../announced';
import { observed } from '../observed';
import { compileEvidence, Subject } from '../subject';

const program = compileEvidence();

describe('Connection_Changed__e', () => {
  test('tells of every state that a connection comes to rest in, in order, through all kinds of trouble', () => {
    const life = observed(program);
    const { committed, published } = watchStates(life.subject);
    liveThrough(life);
    life.subject.edit({ clientId: 'another app' });
    life.subject.pass(5);
    life.subject.edit({});
    life.subject.authorizeAgain();
    life.subject.disconnect();
    life.subject.pass(60);
    expect(new Set(committed())).toEqual(
      new Set(['Idle', 'Waiting', 'InDoubt', 'Dead', 'Changed', 'Closing', 'Empty'])
    );
    expect(committed().length).toBeGreaterThan(10);
    expect(published()).toEqual(committed());
  });
});

describe('the owner of a connection', () => {
  test('is notified once per incident, whatever is tried meanwhile', () => {
    const subject = Subject.authorized(program);
    const { notifications } = subject.world.org;
    const breakDown = (): void => {
      subject.world.server.revokeGrants(subject.world.clock, 'tokenward-client');
      subject.wait(180);
      subject.ask();
      subject.pass(5);
    };
    breakDown();
    subject.ask('person');
    subject.sweep();
    subject.pass(120);
    expect(subject.custody.state).toBe('Dead');
    expect(notifications.sent).toHaveLength(1);
    expect(notifications.sent[0]).toMatchObject({
      type: 'Person_Needed',
      targetId: subject.uid,
      recipients: [subject.world.user.id]
    });
    expect(notifications.sent[0]?.body).toContain('Next step:');
    subject.authorizeAgain();
    subject.pass(5);
    expect(notifications.sent).toHaveLength(1);
    breakDown();
    expect(notifications.sent).toHaveLength(2);
  });

  test('hears nothing of what passes by itself', () => {
    const subject = Subject.authorized(program);
    subject.wait(180);
    subject.world.org.remoteSites.setActive('Provider', false);
    subject.ask();
    subject.pass(5);
    expect(subject.custody.state).toBe('Waiting');
    subject.world.org.remoteSites.setActive('Provider', true);
    subject.wait(61);
    subject.ask();
    subject.pass(5);
    expect(subject.custody.state).toBe('Idle');
    expect(subject.world.org.notifications.sent).toEqual([]);
  });
});
