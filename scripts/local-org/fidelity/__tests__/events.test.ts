import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Caller {
    public class StoppedException extends Exception {}
    public static void now() { EventBus.publish(new Now__e(Note__c = 'now')); }
    public static void nowThenFail() { now(); throw new StoppedException('no'); }
    public static void nowThenWork() { now(); Boxes.count(); Boxes.add('own'); }
    public static void later() { EventBus.publish(new Later__e(Note__c = 'later')); Boxes.count(); Boxes.add('own'); }
    public static void laterThenFail() { later(); throw new StoppedException('no'); }
    public static void three() {
      EventBus.publish(new List<Later__e>{ new Later__e(Note__c = 'one'), new Later__e(Note__c = 'stop'), new Later__e(Note__c = 'three') });
    }
    public static void retried() { EventBus.publish(new Later__e(Note__c = 'retry')); }
    public static void cursed() { EventBus.publish(new Later__e(Note__c = 'cursed')); }
    public static void queues() { EventBus.publish(new Later__e(Note__c = 'queue')); }
    public static String saved() {
      List<Database.SaveResult> results = EventBus.publish(new List<Now__e>{ new Now__e(Note__c = 'a'), new Now__e(Note__c = 'b') });
      return results.size() + ' ' + results[0].isSuccess() + ' ' + Limits.getPublishImmediateDML() + ' ' + Limits.getDmlStatements();
    }
    public static String names() { return Boxes.names(); }
  }`,
  `trigger OnNow on Now__e (after insert) {
    for (Now__e event : Trigger.new) Boxes.add(event.Note__c + ' seen by ' + UserInfo.getUserType());
  }`,
  `trigger OnLater on Later__e (after insert) {
    for (Later__e event : Trigger.new) {
      if (event.Note__c == 'stop' && EventBus.TriggerContext.currentContext().getResumeCheckpoint() != null) {
        throw new Caller.StoppedException('at the second');
      }
      if (event.Note__c == 'queue') System.enqueueJob(new AsUser());
      Integer retries = EventBus.TriggerContext.currentContext().retries;
      if (event.Note__c == 'retry' && retries < 2 || event.Note__c == 'cursed') {
        throw new EventBus.RetryableException('again');
      }
      Boxes.add(event.Note__c + ' ' + retries + ' ' + EventBus.TriggerContext.currentContext().lastError);
      EventBus.TriggerContext.currentContext().setResumeCheckpoint(event.ReplayId);
    }
  }`,
  `public class AsUser implements Queueable {
    public void execute(QueueableContext context) { Boxes.add('job of ' + UserInfo.getName()); }
  }`
);

function after(target: string): unknown {
  const lab = new Lab(program);
  lab.call(target);
  lab.settle();
  return lab.call('Caller.names');
}

describe('publish immediately', () => {
  test(`${proves('events.immediate')}`, () => {
    expect(after('Caller.nowThenFail')).toBe('now seen by AutomatedProcess');
  });

  test(`${proves('events.immediate-early')}`, () => {
    const steps = ['start A', 'start Now__e', 'run events Now', 'start B', 'run B'];
    const seen = new Lab(program).raceWithWork({ A: 'Caller.nowThenWork', B: 'Caller.names' }, steps);
    expect(seen['B']).toBe('now seen by AutomatedProcess');
  });

  test('costs no DML statement, and one of its own limit', () => {
    expect(new Lab(program).call('Caller.saved')).toBe('2 true 1 0');
  });
});

describe('publish after commit', () => {
  test(`${proves('events.after-commit')}`, () => {
    expect(after('Caller.laterThenFail')).toBe('');
    const lab = new Lab(program);
    const listened: string[] = [];
    lab.org.onEvent((name) => listened.push(name));
    lab.race({ A: 'Caller.later' }, []);
    expect([listened, lab.org.events.ready()]).toEqual([['Later__e'], ['Later__e']]);
  });
});

test(`${proves('events.checkpoint')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.three');
  lab.settle();
  expect(lab.call('Caller.names')).toBe('stop 0 null,three 0 null');
});

test(`${proves('events.retry')}`, () => {
  expect(after('Caller.retried')).toBe('retry 2 EventBus.RetryableException: again');
  const lab = new Lab(program);
  lab.call('Caller.cursed');
  const before = lab.org.transactions;
  lab.settle();
  expect(lab.org.transactions - before).toBe(10);
});

test(`${proves('events.user')}`, () => {
  const lab = new Lab(program);
  lab.org.eventUsers.set(
    'Later__e',
    lab.org.user(({ alias }) => alias === 'integ', 'integration user')
  );
  lab.call('Caller.queues');
  lab.call('Caller.now');
  lab.settle();
  expect(lab.call('Caller.names')).toBe('job of Ivo Integration,now seen by AutomatedProcess,queue 0 null');
  expect(after('Caller.queues')).toBe('job of Automated Process,queue 0 null');
});
