import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Adder implements Queueable {
    private final String name;
    private transient String hidden = 'secret';
    public Adder(String name) { this.name = name; }
    public void execute(QueueableContext context) {
      Boxes.count();
      Boxes.add(name + ' ' + hidden + ' ' + UserInfo.getLastName());
    }
  }`,
  `public class Failing implements Queueable {
    public void execute(QueueableContext context) { Boxes.add('lost'); Boxes.one('absent'); }
  }`,
  `public class Greedy implements Queueable {
    public void execute(QueueableContext context) {
      System.enqueueJob(new Adder('child'));
      System.enqueueJob(new Adder('second child'));
    }
  }`,
  `public class Chain implements Queueable {
    public void execute(QueueableContext context) {
      Boxes.add('depth ' + AsyncInfo.getCurrentQueueableStackDepth() + ' of ' + AsyncInfo.getMaximumQueueableStackDepth());
      System.enqueueJob(new Chain());
    }
  }`,
  `public class Unserializable implements Queueable {
    private Savepoint point = Database.setSavepoint();
    public void execute(QueueableContext context) {}
  }`,
  `public class Caller {
    public class StoppedException extends Exception {}
    public static Id enqueue() { return System.enqueueJob(new Adder('job')); }
    public static void enqueueAndFail() { System.enqueueJob(new Adder('job')); throw new StoppedException('no'); }
    public static void mutate() {
      List<String> names = new List<String>{ 'before' };
      System.enqueueJob(new Lister(names));
      names.add('after');
    }
    public static void greedy() { System.enqueueJob(new Greedy()); }
    public static void failing() { System.enqueueJob(new Failing()); }
    public static void fifty() { for (Integer i = 0; i < 50; i++) System.enqueueJob(new Adder('' + i)); }
    public static void fiftyOne() { fifty(); System.enqueueJob(new Adder('51')); }
    public static void delayed() { System.enqueueJob(new Adder('delayed'), 10); System.enqueueJob(new Adder('at once')); }
    public static void tooLate() { System.enqueueJob(new Adder('never'), 11); }
    public static void unserializable() { System.enqueueJob(new Unserializable()); }
    public static void chain() {
      AsyncOptions options = new AsyncOptions();
      options.MaximumQueueableStackDepth = 3;
      System.enqueueJob(new Chain(), options);
    }
    public static String signed() {
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('one at a time').addInteger(7).build();
      try { System.enqueueJob(new Adder('signed'), options); return 'queued'; }
      catch (DuplicateMessageException e) { return 'duplicate'; }
    }
    public static String signedTwice() { return signed() + ' ' + signed(); }
    public static String signedAgainAfterRollback() {
      Savepoint point = Database.setSavepoint();
      signed();
      Database.rollback(point);
      return signed();
    }
    public static String names() { return Boxes.names(); }
    public static String jobs() {
      List<String> found = new List<String>();
      for (AsyncApexJob job : [SELECT Status, NumberOfErrors, ExtendedStatus, CompletedDate FROM AsyncApexJob ORDER BY Id]) {
        found.add(job.Status + ' ' + job.NumberOfErrors + ' ' + job.ExtendedStatus + ' ' + (job.CompletedDate != null));
      }
      return String.join(found, ', ');
    }
    public static String jobClasses() {
      List<String> found = new List<String>();
      for (AsyncApexJob job : [SELECT ApexClass.Name FROM AsyncApexJob ORDER BY Id]) found.add(job.ApexClass.Name);
      return String.join(found, ', ');
    }
    public static void abortAll() { for (AsyncApexJob job : [SELECT Id FROM AsyncApexJob]) System.abortJob(job.Id); }
  }`,
  `public class Lister implements Queueable {
    private List<String> names;
    public Lister(List<String> names) { this.names = names; }
    public void execute(QueueableContext context) { for (String name : names) Boxes.add(name); }
  }`
);

function settled(target: string): unknown {
  const lab = new Lab(program);
  lab.call(target);
  lab.settle();
  return lab.call('Caller.names');
}

test(`${proves('queueable.after-commit')}`, () => {
  const lab = new Lab(program);
  lab.raceWithWork({ A: 'Caller.enqueue' }, []);
  expect(lab.call('Caller.names')).toBe('job null Administrator');
  expect(settled('Caller.enqueueAndFail')).toBe('');
});

test(`${proves('queueable.transient')}`, () => {
  expect([settled('Caller.enqueue'), settled('Caller.mutate')]).toEqual(['job null Administrator', 'before']);
});

test(`${proves('queueable.not-serializable')}`, () => {
  expect(new Lab(program).call('Caller.unserializable')).toMatch(/^System.SerializationException: Not Serializable: /);
});

test(`${proves('queueable.one-child')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.greedy');
  lab.settle();
  expect(lab.call('Caller.jobs')).toBe(
    'Failed 1 System.LimitException: Too many queueable jobs added to the queue: 2 true'
  );
});

test(`${proves('queueable.fifty')}`, () => {
  const lab = new Lab(program);
  expect([lab.call('Caller.fifty'), lab.org.jobs.waiting().length]).toEqual([null, 50]);
  const refused = 'System.LimitException: Too many queueable jobs added to the queue: 51';
  expect([lab.call('Caller.fiftyOne'), lab.org.jobs.waiting().length]).toEqual([refused, 50]);
  expect([lab.call('Caller.fifty', 'scheduled'), lab.org.jobs.waiting().length]).toEqual([null, 100]);
});

describe('a duplicate signature', () => {
  test(`${proves('queueable.signature')}`, () => {
    const lab = new Lab(program);
    expect([lab.call('Caller.signed'), lab.call('Caller.signed')]).toEqual(['queued', 'duplicate']);
    const steps = ['start Adder', 'start B'];
    expect(lab.raceWithWork({ B: 'Caller.signed' }, steps)).toEqual({ B: 'queued' });
    expect(lab.call('Caller.names')).toBe('signed null Administrator,signed null Administrator');
  });

  test('counts within one transaction, and not after a rollback to a savepoint', () => {
    const lab = new Lab(program);
    expect(lab.call('Caller.signedTwice')).toBe('queued duplicate');
    expect(new Lab(program).call('Caller.signedAgainAfterRollback')).toBe('queued');
  });
});

test(`${proves('queueable.delay')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.delayed');
  lab.settle(lab.org.clock.now() + 599_999);
  expect(lab.call('Caller.names')).toBe('at once null Administrator');
  lab.settle(lab.org.clock.now() + 600_000);
  expect(lab.call('Caller.names')).toBe('at once null Administrator,delayed null Administrator');
  expect(lab.call('Caller.tooLate')).toMatch(/^System.IllegalArgumentException/);
});

test(`${proves('queueable.depth')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.chain');
  lab.settle();
  expect(lab.call('Caller.names')).toBe('depth 1 of 3,depth 2 of 3');
  expect(lab.call('Caller.jobs')).toBe(
    'Completed 0 null true, Completed 0 null true, Failed 1 System.AsyncException: Maximum stack depth has been reached. true'
  );
});

test(`${proves('queueable.status')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.failing');
  lab.call('Caller.enqueue');
  expect(lab.call('Caller.jobs')).toBe('Queued 0 null false, Queued 0 null false');
  const during = lab.raceWithWork({ B: 'Caller.jobs' }, ['start Failing', 'start B', 'run B']);
  expect(during).toEqual({ B: 'Processing 0 null false, Queued 0 null false' });
  expect(lab.call('Caller.jobs')).toBe(
    'Failed 1 System.QueryException: List has no rows for assignment to SObject true, Completed 0 null true'
  );
});

test('An aborted job does not run', () => {
  const lab = new Lab(program);
  lab.call('Caller.enqueue');
  lab.call('Caller.abortAll');
  lab.settle();
  expect([lab.call('Caller.jobs'), lab.call('Caller.names')]).toEqual(['Aborted 0 null true', '']);
});

test(`${proves('queueable.class')}`, () => {
  const lab = new Lab(program);
  lab.call('Caller.failing');
  lab.call('Caller.enqueue');
  expect(lab.call('Caller.jobClasses')).toBe('Failing, Adder');
});

test(`${proves('queueable.user')}`, () => {
  const lab = new Lab(program).as('integ');
  lab.call('Caller.enqueue');
  lab.as('admin').settle();
  expect(lab.call('Caller.names')).toBe('job null Integration');
});
