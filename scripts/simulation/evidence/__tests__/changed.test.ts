import type { SubjectWorld } from '../changes';
import { CHANGES, subjectOf } from '../changes';

describe.each(Object.entries(CHANGES))('after an edit of %s', (_what, change) => {
  let world: SubjectWorld;
  beforeEach(() => {
    world = subjectOf();
    change(world);
  });

  test('nothing is sent any more, by nobody, and the connection is Changed', () => {
    const { subject } = world;
    const before = subject.world.server.journal.entries().length;
    expect(subject.failureOfSend().type).toBe('tokenward.Tokenward.AdminNeededException');
    subject.pass(5);
    subject.wait(180);
    subject.ask();
    subject.ask('person');
    subject.sweep();
    subject.pass(30);
    expect(subject.custody.state).toBe('Changed');
    expect(subject.world.server.journal.entries().slice(before)).toEqual([]);
    expect(world.strangers).toEqual([]);
  });

  test('the state is named within minutes of the first use, long before a rotation is due', () => {
    const { subject } = world;
    subject.failureOfSend();
    subject.pass(5);
    expect(subject.custody.state).toBe('Changed');
  });
});

test('an edit of the record alone has it looked at, without anybody using it', () => {
  const world = subjectOf();
  world.subject.edit({ clientId: 'another app' });
  world.subject.pass(5);
  expect(world.subject.custody.state).toBe('Changed');
});

test('a new authorization is the way back', () => {
  const { subject } = subjectOf();
  subject.edit({ clientId: 'another app' });
  subject.pass(5);
  subject.edit({});
  subject.authorizeAgain();
  subject.pass(30);
  expect(subject.custody.state).toBe('Idle');
  expect(subject.send()).toMatch(/^200/);
});
