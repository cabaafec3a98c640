import { apexFiles, compileLab } from '../../../fidelity/__tests__/lab';
import { PackageOrg } from '../../credentials/__tests__/package-org';
import { permissionSet } from '../../credentials/__tests__/delivery';

const TYPE = `<CustomNotificationType><customNotifTypeName>Person needed</customNotifTypeName><desktop>true</desktop>
  <masterLabel>Person needed</masterLabel><mobile>false</mobile></CustomNotificationType>`;

const SENDER = `public class Sender {
  static Messaging.CustomNotification notification(String title) {
    Messaging.CustomNotification one = new Messaging.CustomNotification();
    one.setNotificationTypeId([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Person_Needed'].Id);
    one.setTitle(title);
    one.setBody('Authorize it again');
    one.setTargetId('000000000000000AAA');
    return one;
  }
  public static void good() { notification('Broken').send(new Set<String>{ UserInfo.getUserId() }); }
  public static void untitled() { notification(null).send(new Set<String>{ UserInfo.getUserId() }); }
  public static void nobody() { notification('Broken').send(new Set<String>()); }
  public static void aimless() {
    Messaging.CustomNotification one = notification('Broken');
    one.setTargetId(null);
    one.send(new Set<String>{ UserInfo.getUserId() });
  }
  public static void undone() { good(); throw new IllegalArgumentException('after'); }
}`;

const program = compileLab(
  [
    {
      namespace: '',
      files: [
        { path: 'force-app/main/notificationtypes/Person_Needed.notiftype-meta.xml', text: TYPE },
        permissionSet(
          'Notifier',
          '<userPermissions><enabled>true</enabled><name>SendCustomNotifications</name></userPermissions>'
        ),
        ...apexFiles([SENDER])
      ]
    }
  ],
  'generator'
);

test('a notification reaches its users when the transaction commits, and whoever listens', () => {
  const org = new PackageOrg(program);
  const heard: string[] = [];
  org.org.notifications.onSent(({ title }) => heard.push(title));
  org.call('c.Sender.undone');
  org.call('c.Sender.good');
  expect(heard).toEqual(['Broken']);
  expect(org.org.notifications.sent).toMatchObject([
    { type: 'Person_Needed', body: 'Authorize it again', recipients: [org.user.id], senderId: org.user.id }
  ]);
});

test.each([
  ['untitled', /title is required/],
  ['nobody', /1 to 500 recipients, not 0/],
  ['aimless', /targetId or targetPageRef/]
])('%s: refused', (method, expected) => {
  expect(new PackageOrg(program).call(`c.Sender.${method}`)).toMatch(expected);
});

test('anonymous Apex needs the permission, a job does not', () => {
  expect(new PackageOrg(program).as('nobody').call('c.Sender.good')).toMatch(/permission Send Custom Notifications/);
  expect(new PackageOrg(program).as('nobody').call('c.Sender.good', 'queueable')).toBeNull();
  expect(new PackageOrg(program).as('nobody', 'Notifier').call('c.Sender.good')).toBeNull();
});
