import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { apexFiles } from '../../fidelity/__tests__/lab';
import { failureText } from '../../platform/apex-failure';
import { permissionSet } from '../../platform/credentials/__tests__/delivery';
import { assignPermissionSet } from '../../platform/security/seed';
import { runTransaction } from '../../platform/transaction/run';
import type { Outcome } from '../../platform/transaction/run';
import { assembleProject, readProject } from '../../project';
import { loadPlatformTypes } from '../../types';
import { HOST, World } from '../../../simulation/world/world';
import { compile, managed, openWorkspace } from '../workspace';

const ROOT = join(__dirname, '..', '..', '..', '..');
const ENDPOINT = `${HOST}/services/data/v65.0/`;

const CONSUMER = `public class Orders {
  public static String fetch() {
    HttpRequest request = new HttpRequest();
    request.setMethod('GET');
    request.setEndpoint('${ENDPOINT}');
    HttpResponse response = tokenward.Tokenward.send(request, 'erp');
    return response.getStatusCode() + ' [' + request.getHeader('Authorization') + ']';
  }
  public static String tried() {
    try { return fetch(); } catch (tokenward.Tokenward.PermissionException e) { return e.getTypeName(); }
  }
  public static void demand() {
    tokenward__Connection__c record = [SELECT Id FROM tokenward__Connection__c WHERE tokenward__Developer_Name__c = 'erp'];
    record.tokenward__Required_Custom_Permission__c = 'Use_Erp';
    update record;
  }
  public static Integer peek() { return Database.countQuery('SELECT COUNT() FROM tokenward__Custody__c'); }
}`;

const consumer = assembleProject({
  root: 'consumer',
  config: { name: 'consumer', namespace: '', apiVersion: '65.0' },
  problems: [],
  files: [
    ...apexFiles([CONSUMER]),
    {
      path: 'force-app/main/Use_Erp.customPermission-meta.xml',
      text: '<CustomPermission><label>Use</label></CustomPermission>'
    },
    permissionSet('Erp_User', '<customPermissions><enabled>true</enabled><name>Use_Erp</name></customPermissions>')
  ]
});

function openWorld() {
  const setup = join(ROOT, 'scripts', 'simulation', 'fixtures', 'SetupConnections.cls');
  const file = { path: 'SetupConnections.cls', kind: 'class', text: readFileSync(setup, 'utf8') } as const;
  const workspace = openWorkspace([managed(readProject(ROOT)), consumer], loadPlatformTypes(), [
    { namespace: 'tokenward', files: [file] }
  ]);
  const world = new World({ workspace, ...compile(workspace, 'generator', false) }, { seed: 1 });
  world.connect({ developerName: 'erp' });
  return world;
}

const world = openWorld();

function call(method: string, user = world.org.user(({ alias }) => alias === 'nobody', 'nobody')): string {
  const driver = world.schedule(() => 0);
  const work = runTransaction(world.engine, { kind: 'anonymous', subject: method, user }, () =>
    world.engine.callStaticWaiting('c.Orders', `${method}()`, [])
  );
  const runner = driver.add(method, work);
  driver.run();
  const outcome = runner.value as Outcome<unknown>;
  return outcome.ok ? String(outcome.value) : failureText(outcome.error);
}

test('a consumer sends with a connection, needs its custom permission and nothing else, and sees no custody', () => {
  expect(call('fetch')).toBe('200 []');
  call('demand', world.user);
  expect(call('tried')).toBe('tokenward.Tokenward.PermissionException');
  assignPermissionSet(world.org.data, world.org.user(({ alias }) => alias === 'nobody', 'nobody').id, 'Erp_User');
  expect(call('tried')).toBe('200 []');
  expect(call('peek', world.user)).toMatch(/QueryException: .*tokenward__Custody__c/);
});
