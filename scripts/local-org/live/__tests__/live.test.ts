import type { TransportResult, Transport } from '../../contracts/transport';
import { BOXES } from '../../fidelity/__tests__/depot';
import { depotProgram, Lab } from '../../fidelity/__tests__/lab';
import { assignPermissionSet } from '../../platform/security/seed';
import { callAura } from '../aura';
import { consoleBackend } from '../console-backend';
import { loopbackTransport } from '../loopback-transport';
import { LiveOrg } from '../live-org';

const program = depotProgram(
  BOXES,
  `public with sharing class Front {
    public class Answer {
      @AuraEnabled public String shown = 'yes';
      @AuraEnabled public List<Decimal> amounts = new List<Decimal>{ 1.50, 2 };
      public String hidden = 'no';
    }
    @AuraEnabled public static Answer answer() { return new Answer(); }
    @AuraEnabled public static String describe(Integer count, List<String> names, Map<String, Boolean> flags) {
      return count + ' ' + names + ' ' + flags.get('on');
    }
    @AuraEnabled public static void fails() {
      Boxes.add('lost');
      AuraHandledException told = new AuraHandledException('told');
      throw told;
    }
    @AuraEnabled public static String names() { return Boxes.names(); }
    @AuraEnabled public static void enqueue() { System.enqueueJob(new Job()); }
    @AuraEnabled public static void publish() { EventBus.publish(new Now__e(Note__c = 'heard')); }
    @AuraEnabled public static void unsupported() { Approval.lock('001000000000001AAA'); }
    @AuraEnabled public static void enqueueCalling() { System.enqueueJob(new CallingJob()); }
    @AuraEnabled public static void enqueueUnsupported() { System.enqueueJob(new UnsupportedJob()); }
    public static String notEnabled() { return 'secret'; }
  }`,
  `public class Job implements Queueable { public void execute(QueueableContext context) { Boxes.add('job'); } }`,
  `public class UnsupportedJob implements Queueable {
    public void execute(QueueableContext context) { Approval.lock('001000000000001AAA'); }
  }`,
  `public class CallingJob implements Queueable, Database.AllowsCallouts {
    public void execute(QueueableContext context) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example');
      request.setMethod('GET');
      new Http().send(request);
    }
  }`
);

const SILENT: Transport = { send: () => new Promise<TransportResult>(() => undefined) };

function live(transport: Transport = SILENT) {
  const { engine, user } = new Lab(program);
  const fatal: unknown[] = [];
  const org = new LiveOrg({ engine, transport, onFatal: (error) => fatal.push(error) });
  const ask = (method: string, parameters: Readonly<Record<string, unknown>> = {}, as = user) =>
    callAura(org, as, 'Front', method, parameters);
  return { org, engine, user, ask, fatal };
}

describe('a call from a page', () => {
  test('gives back @AuraEnabled members only', async () => {
    expect(await live().ask('answer')).toEqual({ ok: true, value: { shown: 'yes', amounts: [1.5, 2] } });
  });

  test('converts its parameters by the declared types', async () => {
    const answer = await live().ask('describe', { count: 7, names: ['odd', 'even'], flags: { on: true } });
    expect(answer).toEqual({ ok: true, value: '7 (odd, even) true' });
  });

  test.each([
    ['count', { count: 'seven' }, 'The parameter count is not a Integer.'],
    ['a list', { names: ['odd', 2] }, 'The parameter names[1] is not a String.'],
    ['a map', { flags: { on: 'true' } }, 'The parameter flags.on is not a Boolean.']
  ])('refuses a wrong %s before any Apex runs', async (_what, parameters, message) => {
    const { ask, engine } = live();
    const before = engine.org.transactions;
    await expect(ask('describe', parameters)).rejects.toThrow(message);
    expect(engine.org.transactions).toBe(before);
  });

  test('reaches only @AuraEnabled methods', async () => {
    await expect(live().ask('notEnabled')).rejects.toThrow('There is no @AuraEnabled method Front.notEnabled.');
  });

  test('needs access to the class', async () => {
    const { ask, engine } = live();
    const observer = engine.org.user(({ alias }) => alias === 'observer', 'observer');
    expect(await ask('names', {}, observer)).toMatchObject({ ok: false, exceptionType: 'System.NoAccessException' });
    assignPermissionSet(engine.org.data, observer.id, 'Reader');
    expect(await ask('names', {}, observer)).toEqual({ ok: true, value: '' });
  });

  test('that fails tells its message and undoes what it did', async () => {
    const { ask } = live();
    expect(await ask('fails')).toMatchObject({ ok: false, exceptionType: 'System.AuraHandledException' });
    expect(await ask('names')).toEqual({ ok: true, value: '' });
  });

  test('that is not supported is no answer', async () => {
    await expect(live().ask('unsupported')).rejects.toThrow('is not supported by the local org');
  });
});

describe('a live org', () => {
  test('runs what was queued by itself', async () => {
    const { ask, org } = live();
    await ask('enqueue');
    await org.whenQuiet(1_000);
    expect(await ask('names')).toEqual({ ok: true, value: 'job' });
  });

  test('announces events to pages', async () => {
    const { ask, org } = live();
    const heard: unknown[] = [];
    consoleBackend(org).onPlatformEvent((channel, payload) => heard.push([channel, payload]));
    await ask('publish');
    expect(heard).toEqual([['/event/Now__e', expect.objectContaining({ Note__c: 'heard' })]]);
  });

  test('says so when it does not become quiet', async () => {
    const { ask, org } = live();
    await ask('enqueueCalling');
    await expect(org.whenQuiet(20)).rejects.toThrow('The org was still busy with 1 transaction(s) after 20 ms.');
  });

  test('does not survive a job that is not supported', async () => {
    const { ask, org, fatal } = live();
    await ask('enqueueUnsupported');
    await org.whenQuiet(1_000);
    expect(fatal.map(String)).toEqual([expect.stringContaining('Approval.lock')]);
  });

  test('lists people, without Automated Process, and refuses others', async () => {
    const backend = consoleBackend(live().org);
    expect(backend.users().map(({ alias }) => alias)).toEqual(['admin', 'integ', 'observer', 'nobody']);
    await expect(backend.invoke('005000000000000AAA', 'Front', 'names', {})).rejects.toThrow('The org has no user');
  });
});

test('a laptop calls nobody but itself', async () => {
  const request = { method: 'GET', url: 'https://login.example.com/', headers: {}, body: new Uint8Array() };
  expect(await loopbackTransport().send(request, 100)).toEqual({
    ok: false,
    failure: { kind: 'unknown-host', detail: 'login.example.com: the local org calls loopback addresses only.' }
  });
});
