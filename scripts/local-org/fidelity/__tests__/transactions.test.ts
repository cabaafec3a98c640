import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Setup { public static void boxes() { Boxes.add('a'); Boxes.add('b'); } }`,
  `public class Work {
    public class RefusedException extends Exception {}
    public static void fails() { Boxes.add('lost'); Boxes.set('a', 9); throw new RefusedException('no'); }
    public static String names() { return Boxes.names(); }
    public static void adds() { Boxes.add('mine'); }
    public static String looks() {
      Boxes.add('own');
      String before = Boxes.names();
      return before + ' then ' + Boxes.names();
    }
    public static Integer add() {
      Box__c box = Boxes.locked('a');
      box.Count__c += 1;
      update box;
      return box.Count__c.intValue();
    }
    public static String patient() {
      try { Boxes.locked('a'); return 'locked'; }
      catch (QueryException e) { return e.getTypeName(); }
    }
    public static Integer updates() {
      Box__c box = [SELECT Id FROM Box__c WHERE Name = 'a'];
      box.Count__c = 5;
      try { update box; return 0; } catch (DmlException e) { return e.getDmlType(0) == StatusCode.UNABLE_TO_LOCK_ROW ? 1 : 2; }
    }
    public static Integer looksAtLocked() { return Boxes.one('a').Count__c.intValue(); }
    public static String callsOut() {
      Boxes.locked('a');
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example/x');
      request.setMethod('GET');
      return new Http().send(request).getBody();
    }
    public static String savepoint() {
      Boxes.add('kept');
      Savepoint point = Database.setSavepoint();
      Boxes.add('dropped');
      Boxes.set('a', 7);
      Database.rollback(point);
      return Boxes.names() + ' ' + Boxes.one('a').Count__c;
    }
    public static void savepointAndWork() {
      System.enqueueJob(new Adder('before'));
      Savepoint point = Database.setSavepoint();
      System.enqueueJob(new Adder('after'));
      EventBus.publish(new Later__e(Note__c = 'undone'));
      EventBus.publish(new Now__e(Note__c = 'gone out'));
      Database.rollback(point);
    }
    public static void doubled() {
      insert new List<Box__c>{ new Box__c(Name = 'new', Code__c = 'X'), new Box__c(Name = 'double', Code__c = 'x') };
    }
    public static String claims() {
      try { insert new Box__c(Name = 'claimed', Code__c = 'C'); return 'inserted'; }
      catch (DmlException e) { return e.getDmlType(0).name(); }
    }
    public static void failsAfterClaim() { insert new Box__c(Name = 'first', Code__c = 'C'); throw new RefusedException('no'); }
  }`,
  `public class Adder implements Queueable {
    private String name;
    public Adder(String name) { this.name = name; }
    public void execute(QueueableContext context) { Boxes.add(name); }
  }`,
  `trigger OnLater on Later__e (after insert) { for (Later__e e : Trigger.new) Boxes.add('later ' + e.Note__c); }`,
  `trigger OnNow on Now__e (after insert) { for (Now__e e : Trigger.new) Boxes.add('now ' + e.Note__c); }`
);

function lab(): Lab {
  const fresh = new Lab(program);
  fresh.call('Setup.boxes');
  return fresh;
}

test(`${proves('tx.rollback')}`, () => {
  const org = lab();
  expect(org.call('Work.fails')).toBe('Work.RefusedException: no');
  expect([org.call('Work.names'), org.call('Work.looksAtLocked')]).toEqual(['a,b', 0]);
});

test(`${proves('tx.read-committed')}`, () => {
  const between = lab().race({ A: 'Work.adds', B: 'Work.looks' }, ['start A', 'start B', 'run B', 'run A']);
  expect(between['B']).toBe('a,b,own then a,b,mine,own');
  const after = lab().race({ A: 'Work.adds', B: 'Work.looks' }, ['start A', 'start B', 'run B', 'run B', 'run A']);
  expect(after['B']).toBe('a,b,own then a,b,own');
});

test(`${proves('tx.for-update-waits')}`, () => {
  const steps = ['start A', 'run A', 'start B', 'run B'];
  expect(lab().race({ A: 'Work.add', B: 'Work.add' }, steps)).toEqual({ A: 1, B: 2 });
});

test(`${proves('tx.for-update-timeout')}`, () => {
  const org = lab();
  const began = org.org.clock.now();
  const steps = ['start A', 'run A', 'start B', 'run B', 'time passes', 'timeout B'];
  const { B } = org.race({ A: 'Work.add', B: 'Work.patient' }, steps, { time: 'any-time' });
  expect([B, org.org.clock.now() - began]).toEqual(['System.QueryException', 10_000]);
});

test(`${proves('tx.update-waits')}`, () => {
  const waited = lab().race({ A: 'Work.add', B: 'Work.updates' }, ['start A', 'run A', 'start B', 'run B']);
  expect(waited).toEqual({ A: 1, B: 0 });
  const steps = ['start A', 'run A', 'start B', 'run B', 'time passes', 'timeout B'];
  expect(lab().race({ A: 'Work.add', B: 'Work.updates' }, steps, { time: 'any-time' })['B']).toBe(1);
});

test(`${proves('tx.locks-let-readers-pass')}`, () => {
  const steps = ['start A', 'run A', 'start B', 'run B', 'run B'];
  expect(lab().race({ A: 'Work.add', B: 'Work.looksAtLocked' }, steps)).toEqual({ A: 1, B: 0 });
});

test(`${proves('tx.callout-releases-locks')}`, () => {
  const steps = ['start A', 'run A', 'start B', 'run B', 'run B'];
  expect(lab().race({ A: 'Work.callsOut', B: 'Work.add' }, steps)).toEqual({ A: 'answer', B: 1 });
});

test(`${proves('tx.savepoint')}`, () => {
  const org = lab();
  expect([org.call('Work.savepoint'), org.call('Work.names')]).toEqual(['a,b,kept 0', 'a,b,kept']);
});

test(`${proves('tx.savepoint-work')}`, () => {
  const org = lab();
  org.call('Work.savepointAndWork');
  org.settle();
  expect(org.call('Work.names')).toBe('a,b,before,now gone out');
});

test(`${proves('tx.unique')}`, () => {
  const org = lab();
  expect(org.call('Work.doubled')).toMatch(/^System.DmlException: .*DUPLICATE_VALUE/);
  expect(org.call('Work.names')).toBe('a,b');
  const steps = ['start A', 'start B'];
  expect(lab().race({ A: 'Work.claims', B: 'Work.claims' }, steps)).toEqual({ A: 'inserted', B: 'DUPLICATE_VALUE' });
});

test(`A unique value of a transaction that fails is free again`, () => {
  expect(lab().race({ A: 'Work.failsAfterClaim', B: 'Work.claims' }, ['start A'])['B']).toBe('inserted');
});
