import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab, runTests } from './lab';

const program = depotProgram(
  BOXES,
  `public class Spend {
    public static void queries() { for (Integer i = 0; i < 101; i++) Boxes.count(); }
    public static void insertMany(Integer count) {
      List<Box__c> boxes = new List<Box__c>();
      for (Integer i = 0; i < count; i++) boxes.add(new Box__c(Name = 'box ' + i));
      insert boxes;
    }
    public static void dmlRows() { insertMany(10000); insertMany(1); }
    public static void statements() { for (Integer i = 0; i < 151; i++) Boxes.add('box ' + i); }
    public static void queryRows() { for (Integer i = 0; i < 9; i++) { List<Box__c> all = [SELECT Id FROM Box__c]; } }
    public static void fill() { insertMany(6000); }
    public static void publishes() { for (Integer i = 0; i < 151; i++) EventBus.publish(new Now__e(Note__c = 'x')); }
    public static void callouts() {
      for (Integer i = 0; i < 101; i++) {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://known.example');
        request.setMethod('GET');
        new Http().send(request);
      }
    }
    public static void swallows() {
      try { queries(); }
      catch (Exception e) { EventBus.publish(new Now__e(Note__c = 'caught')); }
      finally { EventBus.publish(new Now__e(Note__c = 'finally')); }
    }
    public static void recursion() { recursion(); }
    public static String used() {
      Boxes.count();
      Boxes.add('one');
      List<Box__c> boxes = [SELECT Id FROM Box__c];
      return Limits.getQueries() + ' ' + Limits.getQueryRows() + ' ' + Limits.getDmlStatements() + ' ' + Limits.getDmlRows();
    }
    public static String settings() {
      Prefs__c prefs = Prefs__c.getOrgDefaults();
      prefs = Prefs__c.getInstance();
      return Limits.getQueries() + ' ' + Limits.getDmlStatements();
    }
    public static void enqueues() { System.enqueueJob(new Errand()); }
    public static void whileTrue() { try { while (true); } catch (Exception e) { recursion(); } }
    public static void forEver() { for (;;) {} }
    public static void doForEver() { do { } while (true); }
    public static void nestedForEver() { for (Integer i = 0; true; i++) { for (Integer j = 0; j < 10; j++) {} } }
    public static String cpuOfLoops() {
      for (Integer i = 0; i < 10000; i++) {}
      for (Integer i = 0; i < 10000; i++) { Integer j = i; }
      return String.valueOf(Limits.getCpuTime());
    }
    public static String allowed() { return Limits.getLimitQueries() + ' ' + Limits.getLimitCpuTime() + ' ' + Limits.getLimitQueueableJobs(); }
  }`,
  'public class Errand implements Queueable { public void execute(QueueableContext context) {} }'
);

test.each([
  ['Spend.queries', 'Too many SOQL queries: 101'],
  ['Spend.dmlRows', 'Too many DML rows: 10001'],
  ['Spend.statements', 'Too many DML statements: 151'],
  ['Spend.publishes', 'Too many publish immediate DML statements: 151'],
  ['Spend.callouts', 'Too many callouts: 101']
])('%s goes over a limit: %s', (target, message) => {
  expect(new Lab(program).call(target)).toBe(`System.LimitException: ${message}`);
});

test('Rows of all queries of a transaction count together', () => {
  const lab = new Lab(program);
  lab.call('Spend.fill');
  expect(lab.call('Spend.queryRows')).toBe('System.LimitException: Too many query rows: 50001');
});

test(`${proves('limits.counts')}`, () => {
  expect(new Lab(program).call('Spend.used')).toBe('2 2 1 1');
});

test(`${proves('limits.by-context')}`, () => {
  const lab = new Lab(program);
  expect([lab.call('Spend.allowed'), lab.call('Spend.allowed', 'scheduled')]).toEqual(['100 10000 50', '100 10000 50']);
  expect([lab.call('Spend.allowed', 'queueable'), lab.call('Spend.allowed', 'finalizer')]).toEqual([
    '200 60000 1',
    '100 10000 1'
  ]);
});

test(`${proves('limits.settings-free')}`, () => {
  expect(new Lab(program).call('Spend.settings')).toBe('0 0');
});

test(`${proves('limits.uncatchable')}`, () => {
  const lab = new Lab(program);
  expect(lab.call('Spend.swallows')).toBe('System.LimitException: Too many SOQL queries: 101');
  // What is published at once would outlive the transaction.
  expect(lab.org.events.pending()).toEqual([]);
});

test(`${proves('limits.stack-depth')}`, () => {
  expect(new Lab(program).call('Spend.recursion')).toBe('System.LimitException: Maximum stack depth reached: 1001');
});

test(`${proves('limits.async-day')}`, () => {
  const lab = new Lab(program);
  lab.org.asyncExecutions = lab.org.asyncExecutionLimit;
  const spent = lab.call('Spend.enqueues');
  lab.org.clock.advance(24 * 60 * 60_000);
  const tomorrow = lab.call('Spend.enqueues');
  expect(spent).toBe('System.AsyncException: AsyncApexExecutions Limit exceeded.');
  expect(tomorrow).toBeNull();
});

test.each(['whileTrue', 'forEver', 'doForEver', 'nestedForEver'])('%s, a loop without end or body, ends', (name) => {
  expect(new Lab(program).call(`Spend.${name}`)).toBe('System.LimitException: Apex CPU time limit exceeded');
});

test(`${proves('limits.cpu')}`, () => {
  const short = new Lab(program).call('Spend.cpuOfLoops');
  expect(short).toBe('20');
  const results = runTests(
    `@IsTest private class Runaway {
      @IsTest static void endless() {
        Integer n = 0;
        try { while (true) n++; } catch (Exception e) { n = 0; }
      }
      @IsTest static void short() {
        for (Integer i = 0; i < 10000; i++) { Integer j = i; }
        Assert.isTrue(Limits.getCpuTime() > 5 && Limits.getCpuTime() < 100, '' + Limits.getCpuTime());
      }
    }`
  );
  expect(results).toEqual({ endless: 'System.LimitException: Apex CPU time limit exceeded', short: 'passed' });
});
