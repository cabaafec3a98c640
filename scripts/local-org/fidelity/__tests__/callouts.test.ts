import { gunzipSync, gzipSync } from 'node:zlib';
import type { TransactionKind } from '../../contracts/transaction';
import type {
  PureServer,
  ServedResponse,
  TransportFailure,
  WireRequest,
  WireResponse
} from '../../contracts/transport';
import type { SeededOptions } from '../../drivers/seeded';
import { RemoteSites } from '../../platform/http/rules';
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
    static HttpResponse exchange(String method, String body, Boolean compressed) {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example/path');
      request.setMethod(method);
      request.setCompressed(compressed);
      request.setBody(body);
      return new Http().send(request);
    }
    public static String large() {
      try { return '' + exchange('POST', 'x', false).getBody().length(); } catch (CalloutException e) { return e.getMessage(); }
    }
    public static String sendingLarge() {
      try { return exchange('PUT', 'x'.repeat(6000001), false).getBody(); } catch (CalloutException e) { return e.getMessage(); }
    }
    public static String compressed() { return exchange('POST', 'text', true).getBody(); }
    public static String getWithBody() { return exchange('GET', 'text', false).getBody(); }
    public static String oddHeader() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example/path');
      request.setMethod('GET');
      request.setHeader('X-Odd', 'a\\nb');
      return new Http().send(request).getBody();
    }
    public static String withCertificate() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://known.example/path');
      request.setMethod('GET');
      request.setClientCertificateName('odd');
      return new Http().send(request).getBody();
    }
    public static String headerNames() {
      HttpResponse response = exchange('POST', 'text', false);
      return response.getHeader('X-OdD') + ' ' + response.getHeader('X-Odd') + ' ' + response.getHeaderKeys();
    }
    public static String garbled() { return '' + known().length(); }
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

/** A server that answers with what it makes of the request. */
function making(answer: (request: WireRequest) => Partial<WireResponse>): Partial<SeededOptions> {
  const plain = { status: 200, reason: 'OK', headers: {}, body: new Uint8Array() };
  const server: PureServer = {
    handle: (request) => ({ response: { ...plain, ...answer(request) }, delayMs: 0, connection: 'deliver' })
  };
  return { server };
}

test(`${proves('callout.size')}`, () => {
  const lab = new Lab(program);
  const server = making(() => ({ body: new Uint8Array(6_000_001).fill(120) }));
  const ask = (name: string, kind?: TransactionKind) => lab.race({ A: `Caller.${name}` }, [], server, kind)['A'];

  expect([ask('large'), ask('large', 'queueable')]).toEqual([
    'Exceeded max size limit of 6000000 with response size 6000001',
    '6000001'
  ]);
  expect(ask('sendingLarge')).toBe('Exceeded max size limit of 6000000 with request size 6000001');
});

test(`${proves('callout.compression')}`, () => {
  const echo = making(({ body, headers }) => ({
    headers: { 'Content-Encoding': headers['content-encoding'] ?? '' },
    body: gzipSync(`${gunzipSync(body).toString()} and back`)
  }));
  const bomb = making(() => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(6_000_001)) }));
  const ask = (name: string, server: Partial<SeededOptions>) =>
    new Lab(program).race({ A: `Caller.${name}` }, [], server)['A'];

  expect(ask('compressed', echo)).toBe('text and back');
  expect(ask('large', bomb)).toMatch(/^Exceeded max size limit of 6000000/);
});

test(`${proves('callout.header-names')}`, () => {
  const server = making(() => ({ headers: { 'X-OdD': 'here' } }));
  expect(new Lab(program).race({ A: 'Caller.headerNames' }, [], server)['A']).toBe('here null (X-OdD)');
});

test(`${proves('callout.get-with-body')}`, () => {
  const server = making(({ method, body }) => ({ body: Buffer.from(`${method} ${Buffer.from(body).toString()}`) }));
  expect(new Lab(program).race({ A: 'Caller.getWithBody' }, [], server)['A']).toBe('POST text');
});

test.each([
  ['oddHeader', 'header "x-odd"'],
  ['withCertificate', 'setClientCertificateName']
])('what cannot be sent as it would be is refused loudly: %s', (name, text) => {
  expect(() => new Lab(program).call(`Caller.${name}`)).toThrow(text);
});

test('a site without an address allows nothing', () => {
  const sites = new RemoteSites();
  sites.add('Odd', 'no address');
  expect([sites.allows('nor this'), sites.allows('file:///etc/hosts')]).toEqual([false, false]);
});

test('a body that is no UTF-8 can be read as text all the same', () => {
  const server = making(() => ({ body: Uint8Array.of(0x61, 0xff, 0x62) }));
  expect(new Lab(program).race({ A: 'Caller.garbled' }, [], server)['A']).toBe('3');
});

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
