import { answerSync } from '../../drivers/sync';
import { bootOrg } from '../../boot/boot';
import { PackageOrg } from '../../platform/credentials/__tests__/package-org';
import { proves } from '../catalogue';
import { object } from './depot';
import { apexFiles, compileLab } from './lab';

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField>';
const TYPE = `<CustomNotificationType><customNotifTypeName>Call</customNotifTypeName><desktop>true</desktop>
  <masterLabel>Call</masterLabel><mobile>false</mobile></CustomNotificationType>`;

const program = compileLab(
  [
    {
      namespace: '',
      files: [
        { path: 'force-app/main/notificationtypes/Call.notiftype-meta.xml', text: TYPE },
        ...apexFiles([
          `public class Stranger {
            public static String queried() { return String.valueOf(Database.query('SELECT Id FROM pkg__Safe__c')); }
            public static Object described() { return Schema.getGlobalDescribe().get('pkg__Safe__c'); }
            public static Object named() { return String.valueOf(Type.forName('pkg.Open')) + Type.forName('pkg.Shut'); }
            public static String written() { return JSON.serialize(new pkg.Open()); }
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
        ...apexFiles(['global class Open { }', 'public class Shut { }'])
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
