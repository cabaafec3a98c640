import type { ServedResponse, TransportFailure } from '../../contracts/transport';
import type { SeededOptions } from '../../drivers/seeded';
import { proves } from '../catalogue';
import { BOXES } from './depot';
import { depotProgram, Lab } from './lab';

const program = depotProgram(
  BOXES,
  `public class Caller {
    public static String send(String url) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint(url);
      request.setMethod('GET');
      request.setTimeout(60000);
      try { return new Http().send(request).getBody(); } catch (CalloutException e) { return e.getMessage(); }
    }
    public static String known() { return send('https://known.example/path'); }
    public static String unknown() { return send('https://other.example/path'); }
    public static String afterDml() { Boxes.add('x'); return known(); }
    public static String afterEnqueue() { System.enqueueJob(new Job()); return known(); }
    public static String afterSchedule() { System.schedule('x', '0 0 * * * ?', new Job()); return known(); }
    public static String afterLater() { EventBus.publish(new Later__e(Note__c = 'x')); return known(); }
    public static String afterSavepoint() { Savepoint point = Database.setSavepoint(); return known(); }
    public static String afterNow() { EventBus.publish(new Now__e(Note__c = 'x')); return known(); }
    public static String afterCache() { Cache.Org.getPartition('local.Store').put('key', 'x'); return known(); }
    public static String afterQuery() { Boxes.count(); return known(); }
    public static String afterRollback() {
      Savepoint point = Database.setSavepoint();
      Boxes.add('x');
      Database.rollback(point);
      String refused = known();
      Database.releaseSavepoint(point);
      return refused + ' then ' + known();
    }
    public static String afterRelease() {
      Savepoint point = Database.setSavepoint();
      Boxes.add('x');
      Database.releaseSavepoint(point);
      return known();
    }
    public static String dmlAfterwards() { String body = known(); Boxes.add(body); return Boxes.names(); }
    public static String threeSlow() { return known() + ', ' + known() + ', ' + known(); }
    public static void job() { System.enqueueJob(new Job()); }
    public static void callingJob() { System.enqueueJob(new CallingJob()); }
    public static void fromTrigger() { insert new Box__c(Name = 'call'); }
    public static String names() { return Boxes.names(); }
  }`,
  `public class Job implements Queueable, Schedulable {
    public void execute(QueueableContext context) { Boxes.add(Caller.known().left(60)); }
    public void execute(SchedulableContext context) {}
  }`,
  `public class CallingJob implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) { Boxes.add(Caller.known()); }
  }`,
  `trigger OnBox on Box__c (before insert) {
    for (Box__c box : Trigger.new) if (box.Name == 'call') box.Name = Caller.known();
  }`
);

const PENDING = 'You have uncommitted work pending. Please commit or rollback before calling out';

test(`${proves('callout.pending-work')}`, () => {
  const answers = (names: readonly string[]): unknown[] =>
    names.map((name) => new Lab(program).call(`Caller.after${name}`));
  expect(answers(['Dml', 'Enqueue', 'Schedule', 'Later'])).toEqual([PENDING, PENDING, PENDING, PENDING]);
  expect(answers(['Now', 'Cache', 'Query'])).toEqual(['answer', 'answer', 'answer']);
});

test(`${proves('callout.savepoint')}`, () => {
  const lab = new Lab(program);
  expect(lab.call('Caller.afterSavepoint')).toBe(PENDING);
  expect(lab.call('Caller.afterRollback')).toBe(`${PENDING} then answer`);
  expect(lab.call('Caller.afterRelease')).toBe(PENDING);
});

test('DML after a callout is fine', () => {
  expect(new Lab(program).call('Caller.dmlAfterwards')).toBe('answer');
});

test(`${proves('callout.remote-site')}`, () => {
  const lab = new Lab(program);
  expect(lab.call('Caller.known')).toBe('answer');
  expect(lab.call('Caller.unknown')).toBe(
    'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://other.example/path'
  );
});

test(`${proves('callout.contexts')}`, () => {
  const lab = new Lab(program);
  for (const target of ['Caller.job', 'Caller.callingJob', 'Caller.fromTrigger']) lab.call(target);
  lab.settle();
  expect(lab.call('Caller.names')).toBe(
    'answer,Callout from triggers are currently not supported.,Callout not allowed from this future method. Please enable c'
  );
});

function answering(delayMs: number, connection: ServedResponse['connection']): Partial<SeededOptions> {
  const response = { status: 200, reason: 'OK', headers: {}, body: Buffer.from('slow') };
  return { server: { handle: () => ({ response, delayMs, connection }) } };
}

function failing(kind: TransportFailure['kind']): Partial<SeededOptions> {
  return { wireFault: () => ({ kind, detail: 'unable to find valid certification path' }) };
}

test(`${proves('callout.timeouts')}`, () => {
  const lab = new Lab(program);
  const began = lab.org.clock.now();
  const { A } = lab.race({ A: 'Caller.threeSlow' }, [], answering(0, 'drop'));
  expect([A, lab.org.clock.now() - began]).toEqual([
    'Read timed out, Read timed out, Exceeded maximum time allotted for callout',
    120_000
  ]);
});

test(`${proves('callout.failures')}`, () => {
  const heard = (options: Partial<SeededOptions>): unknown =>
    new Lab(program).race({ A: 'Caller.known' }, [], options)['A'];
  expect([heard(answering(10, 'reset')), heard(answering(10, 'truncate'))]).toEqual([
    'Connection reset',
    'Connection reset'
  ]);
  expect((['connection-refused', 'unknown-host', 'tls'] as const).map((kind) => heard(failing(kind)))).toEqual([
    'Connection refused (Connection refused)',
    'Unknown host: known.example',
    'PKIX path building failed: unable to find valid certification path'
  ]);
});
