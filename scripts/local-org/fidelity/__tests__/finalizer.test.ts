import { faultAt } from '../../contracts/fault';
import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Job implements Queueable, Database.AllowsCallouts {
    private String how;
    public Job(String how) { this.how = how; }
    public void execute(QueueableContext context) {
      Notes notes = new Notes();
      System.attachFinalizer(notes);
      notes.note = 'noted';
      notes.hidden = 'secret';
      Boxes.add('by the job');
      if (how == 'queries') while (true) Boxes.count();
      if (how == 'throws') Boxes.one('absent');
      if (how == 'attaches') System.attachFinalizer(new Notes());
    }
  }`,
  `public class Notes implements Finalizer {
    public String note = 'as attached';
    public transient String hidden;
    public void execute(FinalizerContext context) {
      Boolean failed = context.getResult() == ParentJobResult.UNHANDLED_EXCEPTION;
      String error = failed ? context.getException().getTypeName() : 'none';
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example');
      request.setMethod('GET');
      String body = new Http().send(request).getBody();
      Boxes.add(note + ' ' + hidden + ' ' + error + ' ' + body + ' ' + Limits.getQueries());
    }
  }`,
  `public class Stubborn implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(new Stubborn()); Boxes.one('absent'); }
    public void execute(FinalizerContext context) { Boxes.add('tried'); System.enqueueJob(new Stubborn()); }
  }`,
  `public class Recovering implements Queueable, Finalizer {
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Recovering());
      if (Boxes.count() != 3) Boxes.one('absent');
    }
    public void execute(FinalizerContext context) {
      Boxes.add('tried');
      if (Boxes.count() < 9) System.enqueueJob(new Recovering());
    }
  }`,
  `public class TwoChildren implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(new TwoChildren()); }
    public void execute(FinalizerContext context) {
      System.enqueueJob(new Job('ends'));
      System.enqueueJob(new Job('ends'));
    }
  }`,
  `public class Caller {
    public static void ends() { System.enqueueJob(new Job('ends')); }
    public static void throwsError() { System.enqueueJob(new Job('throws')); }
    public static void queries() { System.enqueueJob(new Job('queries')); }
    public static void attaches() { System.enqueueJob(new Job('attaches')); }
    public static void stubborn() { System.enqueueJob(new Stubborn()); }
    public static void recovering() { System.enqueueJob(new Recovering()); }
    public static void twoChildren() { System.enqueueJob(new TwoChildren()); }
    public static void attach() { System.attachFinalizer(new Notes()); }
    public static String names() { return Boxes.names(); }
    public static Integer count() { return Boxes.count(); }
    public static String jobs() {
      List<String> found = new List<String>();
      for (AsyncApexJob job : [SELECT Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id]) found.add(job.Status + ' ' + job.ExtendedStatus);
      return String.join(found, ', ');
    }
  }`,
  `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) {
      Boxes.add('ran for ' + UserInfo.getLastName() + ' with ' + Limits.getLimitQueries() + ' and ' + Limits.getLimitQueueableJobs());
    }
    public static Id start() { return System.schedule('Nightly', '0 30 2 * * ?', new Nightly()); }
    public static String startTwice() {
      start();
      try { start(); return 'twice'; } catch (AsyncException e) { return e.getMessage(); }
    }
    public static void stop() { for (CronTrigger job : [SELECT Id FROM CronTrigger]) System.abortJob(job.Id); }
    public static String times() {
      CronTrigger job = [SELECT NextFireTime, TimesTriggered, CronJobDetail.Name FROM CronTrigger];
      return job.CronJobDetail.Name + ' ' + job.NextFireTime.formatGmt('yyyy-MM-dd HH:mm') + ' ' + job.TimesTriggered;
    }
    public static String names() { return Boxes.names(); }
  }`,
  `public class Calling implements Schedulable {
    public void execute(SchedulableContext context) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example');
      request.setMethod('GET');
      try { new Http().send(request); Boxes.add('called'); }
      catch (CalloutException e) { Boxes.add(e.getMessage()); }
    }
    public static void start() { System.schedule('Calling', '0 0 12 * * ?', new Calling()); }
  }`
);

function after(target: string): Lab {
  const lab = new Lab(program);
  lab.call(target);
  lab.settle();
  return lab;
}

describe('the finalizer sees its state', () => {
  test(`${proves('finalizer.state')}`, () => {
    expect(after('Caller.queries').call('Caller.names')).toBe('noted null System.LimitException answer 0');
  });

  test(`${proves('finalizer.own-transaction')}`, () => {
    const failed = 'noted null System.QueryException answer 0';
    expect(after('Caller.throwsError').call('Caller.names')).toBe(failed);
    expect(after('Caller.ends').call('Caller.names')).toBe('by the job,noted null none answer 0');
    const limited = after('Caller.twoChildren');
    expect([limited.org.jobs.waiting().length, limited.call('Caller.names')]).toEqual([0, '']);
  });
});

test(`${proves('finalizer.not-after-kill')}`, () => {
  const lab = new Lab(program);
  lab.org.faults = faultAt(
    ({ transactionKind, point }) => transactionKind === 'queueable' && point === 'commit.before',
    1,
    {
      kind: 'kill'
    }
  );
  lab.call('Caller.ends');
  lab.settle();
  expect(lab.call('Caller.names')).toBe('');
});

test(`${proves('finalizer.five')}`, () => {
  const lab = after('Caller.stubborn');
  expect(lab.call('Caller.names')).toBe('tried,tried,tried,tried,tried');
  expect(String(lab.call('Caller.jobs')).split(', ')).toHaveLength(6);
});

test('A success starts the count of a finalizer anew', () => {
  expect(after('Caller.recovering').call('Caller.count')).toBe(9);
});

test(`${proves('finalizer.once')}`, () => {
  expect(after('Caller.attaches').call('Caller.jobs')).toBe(
    'Failed System.HandledException: More than one Finalizer cannot be attached to same Async Apex Job'
  );
  expect(new Lab(program).call('Caller.attach')).toBe(
    'System.HandledException: System.attachFinalizer(Finalizer) is not allowed in this context'
  );
});

describe('a scheduled class', () => {
  test(`${proves('schedule.fires')}`, () => {
    const lab = new Lab(program).as('integ');
    lab.call('Nightly.start');
    // 02:30 in Berlin is 01:30 GMT in November.
    expect(lab.call('Nightly.times')).toBe('Nightly 2026-11-22 01:30 0');
    lab.settle(Date.UTC(2026, 10, 22, 1, 29));
    expect(lab.call('Nightly.names')).toBe('');
    lab.settle(Date.UTC(2026, 10, 23, 1, 30));
    expect(lab.call('Nightly.names')).toBe('ran for Integration with 100 and 50,ran for Integration with 100 and 50');
    expect(lab.call('Nightly.times')).toBe('Nightly 2026-11-24 01:30 2');
  });

  test('has a name of its own, and stops when it is aborted', () => {
    const lab = new Lab(program);
    expect(lab.call('Nightly.startTwice')).toBe('The Apex job named "Nightly" is already scheduled for execution.');
    lab.call('Nightly.stop');
    lab.settle(Date.UTC(2026, 10, 23));
    expect(lab.call('Nightly.names')).toBe('');
  });

  test(`${proves('schedule.no-callout')}`, () => {
    const lab = new Lab(program);
    lab.call('Calling.start');
    lab.settle(Date.UTC(2026, 10, 21, 11));
    expect(lab.call('Nightly.names')).toBe('Callout from scheduled Apex not supported.');
  });
});
