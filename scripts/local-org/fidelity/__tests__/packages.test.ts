import { answerSync } from '../../drivers/sync';
import { bootOrg, bootPlain } from '../../boot/boot';
import { permissionSet } from '../../platform/credentials/__tests__/delivery';
import { runSuite } from '../../testing/suite';
import { PackageOrg } from '../../platform/credentials/__tests__/package-org';
import { proves } from '../catalogue';
import { object, partition } from './depot';
import { apexFiles, compileLab } from './lab';

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField>';
const TYPE = `<CustomNotificationType><customNotifTypeName>Call</customNotifTypeName><desktop>true</desktop>
  <masterLabel>Call</masterLabel><mobile>false</mobile></CustomNotificationType>`;

const CALLER = `global class Caller { global static Integer call() {
  HttpRequest r = new HttpRequest(); r.setEndpoint('https://known.example'); r.setMethod('GET');
  return new Http().send(r).getStatusCode();
} }`;
const MOCKED = `@IsTest private class Mocked {
  class Mock implements HttpCalloutMock { public HttpResponse respond(HttpRequest r) { HttpResponse s = new HttpResponse(); s.setStatusCode(299); return s; } }
  @IsTest static void calls() { Test.setMock(HttpCalloutMock.class, new Mock()); System.assertEquals(299, pkg.Caller.call()); }
}`;

const permission = (name: string) => ({
  path: `force-app/main/${name}.customPermission-meta.xml`,
  text: `<CustomPermission><label>${name}</label></CustomPermission>`
});
const granted = (name: string): string =>
  `<customPermissions><enabled>true</enabled><name>${name}</name></customPermissions>`;

const program = compileLab(
  [
    {
      namespace: '',
      files: [
        permission('Local'),
        permissionSet('Both', granted('Local') + granted('pkg__Enter')),
        { path: 'force-app/main/notificationtypes/Call.notiftype-meta.xml', text: TYPE },
        ...apexFiles([
          `public class Stranger {
            public static String queried() { return String.valueOf(Database.query('SELECT Id FROM pkg__Safe__c')); }
            public static Object described() { return Schema.getGlobalDescribe().get('pkg__Safe__c'); }
            public static Object named() { return String.valueOf(Type.forName('pkg.Open')) + Type.forName('pkg.Shut'); }
            public static String written() { return JSON.serialize(new pkg.Open()); }
            public static Object found() { return Search.query('FIND {x} IN ALL FIELDS RETURNING Account(Id), pkg__Safe__c(Id)'); }
            public static Object held() {
              List<Boolean> held = new List<Boolean>();
              for (String name : new List<String>{ 'Local', 'Enter', 'pkg__Enter' }) held.add(FeatureManagement.checkPermission(name));
              return held.toString() + pkg.Open.held();
            }
            public static Object cached() {
              pkg.Open.keep();
              Cache.OrgPartition theirs = Cache.Org.getPartition('pkg.Store');
              Object seen = theirs.get('closed') + ' ' + theirs.get('open') + ' ' + theirs.getKeys();
              try { theirs.put('other', 'x', 300); } catch (Cache.Org.OrgCacheException e) { return seen + ' ' + e.getMessage(); }
              return 'put';
            }
          }`,
          `public class Bell {
            public static void ring() {
              Messaging.CustomNotification one = new Messaging.CustomNotification();
              one.setNotificationTypeId([SELECT Id FROM CustomNotificationType].Id);
              one.setTitle('Ring');
              one.setBody('Ring');
              one.setTargetId('000000000000000AAA');
              one.send(new Set<String>{ UserInfo.getUserId() });
            }
            public static void ringInVain() { ring(); throw new IllegalArgumentException('after'); }
          }`,
          `public class Counting {
            @InvocableMethod public static List<Integer> run(List<String> words) {
              List<Integer> sizes = new List<Integer>();
              for (String word : words) sizes.add(word.length() + 10 * words.size());
              return sizes;
            }
          }`
        ])
      ]
    },
    {
      namespace: 'pkg',
      files: [
        object('Safe__c', `${NAMED}<visibility>Protected</visibility>`),
        partition('Store', 3),
        permission('Enter'),
        ...apexFiles([
          `global class Open {
            global static String held() {
              List<Boolean> held = new List<Boolean>();
              for (String name : new List<String>{ 'Local', 'Enter', 'pkg__Enter' }) held.add(FeatureManagement.checkPermission(name));
              return held.toString();
            }
            global static void keep() {
              Cache.OrgPartition own = Cache.Org.getPartition('pkg.Store');
              own.put('closed', 'secret', 300);
              own.put('open', 'public', 300, Cache.Visibility.ALL, true);
            }
          }`,
          'public class Shut { }'
        ])
      ]
    }
  ],
  'generator'
);

const ask = (target: string): unknown => new PackageOrg(program).call(target);

test(`${proves('package.protected')}`, () => {
  expect(ask('c.Stranger.queried')).toMatch(/QueryException.*pkg__Safe__c/);
  expect(ask('c.Stranger.described')).toBeNull();
});

test(`${proves('package.global')}`, () => {
  expect(ask('c.Stranger.named')).toBe('pkg.Opennull');
  expect(ask('c.Stranger.written')).toMatch(/JSONException.*pkg.Open/);
});

test(`${proves('package.search')}`, () => {
  expect(ask('c.Stranger.found')).toMatch(/QueryException: sObject type 'pkg__Safe__c' is not supported/);
});

test(`${proves('package.permissions')}`, () => {
  const org = new PackageOrg(program).as('nobody', 'Both');
  expect(org.call('c.Stranger.held')).toBe('(true, false, true)(false, true, true)');
});

test(`${proves('package.cache')}`, () => {
  expect(ask('c.Stranger.cached')).toBe(
    "null public {open} Failed Cache.Org.put() for key 'other': Cross-namespace PUT not supported"
  );
});

test(`${proves('package.mocks')}`, () => {
  const mocked = (namespace: string, texts: readonly string[], rest: readonly string[]) => [
    { namespace: '', files: apexFiles(namespace === '' ? texts : rest) },
    { namespace: 'pkg', files: apexFiles([CALLER, ...(namespace === 'pkg' ? texts : [])]) }
  ];
  const results = ['', 'pkg'].map((namespace) => {
    const { workspace, compiled } = compileLab(mocked(namespace, [MOCKED], ['public class Idle { }']), 'plain');
    const runner = bootPlain(workspace, compiled.program);
    return runSuite(runner, compiled.program.units, runner.host.classes.all()).tests.map(({ outcome }) => outcome);
  });
  expect(results).toEqual([['failed'], ['passed']]);
});

test(`${proves('notification.commit')}`, () => {
  const org = new PackageOrg(program);
  org.call('c.Bell.ringInVain');
  expect(org.org.notifications.sent).toEqual([]);
  expect(org.call('c.Bell.ring')).toBeNull();
  expect(org.org.notifications.sent.map(({ title }) => title)).toEqual(['Ring']);
});

test(`${proves('flow.bulk')}`, () => {
  const engine = bootOrg(program.workspace, program.compiled.program);
  engine.effectHandler = answerSync;
  const admin = engine.org.user(({ alias }) => alias === 'admin', 'admin');
  const outcome = engine.drive(engine.org.invocables.run('Counting', ['abc', 'a'], admin));
  expect(outcome).toMatchObject({ ok: true, value: [23, 21] });
});
