import { join } from 'node:path';
import { readProject } from '../../../local-org/project';
import type { FieldMetadata, PermissionSetMetadata, Project } from '../../../local-org/project/model';

const project = readProject(join(__dirname, '..', '..', '..', '..'));
const main = (path: string): boolean => path.startsWith('force-app/main/');
/** Written by the package alone: what people see of custody, and what it notes. */
const MIRROR = ['Generation__c', 'Idle_Deadline__c', 'Last_Rotation__c', 'Next_Rotation__c', 'Outcome__c', 'State__c'];

function set(name: string): PermissionSetMetadata {
  const found = project.permissionSets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The package has no permission set ${name}.`);
  return found;
}

const admin = set('Tokenward_Admin');
const observer = set('Tokenward_Observer');
const user = set('Tokenward_User');

/** Fields that a permission set can name: required ones are open to whoever may read the object. */
function fieldsOf({ objects }: Project, name: string): readonly string[] {
  const fields: readonly FieldMetadata[] = objects.filter((object) => object.name === name).flatMap((o) => o.fields);
  return fields.filter((field) => !field.required).map((field) => `${name}.${field.name}`);
}

const fields = ['Connection__c', 'Rotation_Event__c'].flatMap((name) => fieldsOf(project, name)).sort();
const granted = ({ fields: grants }: PermissionSetMetadata, right: 'readable' | 'editable'): readonly string[] =>
  grants
    .filter((grant) => grant[right])
    .map(({ field }) => field)
    .sort();

/** Classes with methods that pages or flows call. */
function entryClasses(pattern: RegExp): readonly string[] {
  return project.files
    .filter(({ path, text }) => main(path) && path.endsWith('.cls') && pattern.test(text))
    .map(({ path }) => /(\w+)\.cls$/.exec(path)?.[1] ?? '')
    .sort();
}

describe('Tokenward Admin', () => {
  test('reaches every class that pages and flows call, and the facade', () => {
    const called = entryClasses(/@(AuraEnabled(\(cacheable=true\))?\s+public static|InvocableMethod)/);
    expect(called.length).toBeGreaterThan(10);
    expect([...admin.classes].sort()).toEqual([...called, 'Tokenward'].sort());
  });

  test('reads every field, and edits those that are not written by the package', () => {
    expect(granted(admin, 'readable')).toEqual(fields);
    const editable = fields.filter((field) => field.startsWith('Connection__c.'));
    const isMirror = (field: string): boolean => MIRROR.some((name) => field === `Connection__c.${name}`);
    expect(granted(admin, 'editable')).toEqual(editable.filter((field) => !isMirror(field)));
  });

  test('administers and uses', () => {
    expect([...admin.customPermissions].sort()).toEqual(['Tokenward_Administer', 'Tokenward_Use']);
  });
});

describe('Tokenward Observer', () => {
  test('reads what an admin reads, and edits nothing', () => {
    expect(granted(observer, 'readable')).toEqual(fields);
    expect(granted(observer, 'editable')).toEqual([]);
    const writable = observer.objects.filter(({ create, edit, delete: remove, modifyAll }) =>
      [create, edit, remove, modifyAll].includes(true)
    );
    expect(writable).toEqual([]);
  });

  test('holds no custom permission', () => {
    expect(observer.customPermissions).toEqual([]);
  });

  test('reaches only classes that an admin reaches, and of those none that only changes things', () => {
    expect(observer.classes.filter((name) => !admin.classes.includes(name))).toEqual([]);
    expect([...observer.classes].sort()).toEqual([
      'ConnectionHealth',
      'ConnectionsController',
      'DeliveryController',
      'PauseController',
      'ReadinessController',
      'SweepController'
    ]);
  });
});

test('Tokenward User may use connections, and sees nothing of them', () => {
  expect(user).toMatchObject({ classes: ['Tokenward'], customPermissions: ['Tokenward_Use'], objects: [], fields: [] });
});

test('no permission set names a protected object, or gives a right of the platform', () => {
  const hidden = project.objects.filter(({ definition }) => definition?.protected === true).map(({ name }) => name);
  expect(hidden).toEqual(expect.arrayContaining(['Custody__c', 'Vault_Key__c', 'Authorization__c', 'Debt__c']));
  for (const { objects, fields: grants, userPermissions, customSettings } of project.permissionSets) {
    const named = [...objects.map(({ object }) => object), ...grants.map(({ field }) => field.split('.')[0] ?? '')];
    expect(named.filter((name) => hidden.includes(name))).toEqual([]);
    expect([...userPermissions, ...customSettings]).toEqual([]);
  }
});
