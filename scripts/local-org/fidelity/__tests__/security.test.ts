import { assignPermissionSet } from '../../platform/security/seed';
import { proves } from '../catalogue';
import { apexFiles, compileLab, depotProgram, Lab } from './lab';
import { BOXES, DEPOT, object } from './depot';

const program = depotProgram(
  BOXES,
  `public class Front {
    public static String readBoxes() {
      try { return [SELECT Name, Count__c FROM Box__c WITH USER_MODE].size() + ' boxes'; }
      catch (QueryException e) { return 'refused'; }
    }
    public static String readCode() {
      try { return [SELECT Name, Code__c FROM Box__c WITH USER_MODE].size() + ' boxes'; }
      catch (QueryException e) { return 'refused'; }
    }
    public static String write() {
      try { insert as user new Box__c(Name = 'mine'); return 'written'; }
      catch (Exception e) { return 'refused'; }
    }
    public static String systemMode() { Boxes.add('system'); return Boxes.names(); }
    public static String jobs() {
      try { return [SELECT Id FROM AsyncApexJob WITH USER_MODE].size() + ' jobs'; }
      catch (QueryException e) { return 'refused'; }
    }
    public static Integer jobsInSystemMode() { return [SELECT COUNT() FROM AsyncApexJob]; }
    public static void enqueue() { System.enqueueJob(new Job()); }
    public static String writeJob() {
      AsyncApexJob job = [SELECT Id FROM AsyncApexJob LIMIT 1];
      try { delete job; return 'deleted'; } catch (Exception e) { return 'refused'; }
    }
    public static String mixed() {
      Boxes.add('plain');
      try { insert new Group(Name = 'g', DeveloperName = 'g'); return 'mixed'; }
      catch (DmlException e) { return e.getDmlType(0).name(); }
    }
  }`,
  `public class Job implements Queueable { public void execute(QueueableContext context) {} }`
);

function reader(lab: Lab): Lab {
  lab.as('observer');
  assignPermissionSet(lab.org.data, lab.user.id, 'Reader');
  return lab;
}

test(`${proves('security.user-mode')}`, () => {
  const ask = (lab: Lab): unknown[] => ['readBoxes', 'readCode', 'write'].map((name) => lab.call(`Front.${name}`));
  expect(ask(new Lab(program))).toEqual(['0 boxes', '0 boxes', 'written']);
  expect(ask(reader(new Lab(program)))).toEqual(['0 boxes', 'refused', 'refused']);
  expect(ask(new Lab(program).as('nobody'))).toEqual(['refused', 'refused', 'refused']);
});

test(`${proves('security.system-mode')}`, () => {
  expect(new Lab(program).as('nobody').call('Front.systemMode')).toBe('system');
});

test(`${proves('security.jobs-hidden')}`, () => {
  const lab = new Lab(program).as('nobody');
  lab.call('Front.enqueue');
  expect([lab.call('Front.jobs'), lab.call('Front.jobsInSystemMode')]).toEqual(['refused', 1]);
  expect(lab.as('admin').call('Front.jobs')).toBe('1 jobs');
});

test(`${proves('security.read-only-objects')}`, () => {
  const lab = new Lab(program);
  lab.call('Front.enqueue');
  expect(lab.call('Front.writeJob')).toBe('refused');
});

test(`${proves('security.mixed-dml')}`, () => {
  expect(new Lab(program).call('Front.mixed')).toBe('MIXED_DML_OPERATION');
});

describe('another package', () => {
  const owner = {
    namespace: 'own',
    files: [
      ...DEPOT,
      ...apexFiles([
        `global class Door {
          global static Integer secrets() { return [SELECT COUNT() FROM Secret__c]; }
          public static Integer hidden() { return 1; }
        }`
      ])
    ]
  };
  const other = (text: string) => ({ namespace: 'other', files: [object('Mine__c', ''), ...apexFiles([text])] });
  const problems = (text: string): string => {
    try {
      compileLab([owner, other(text)], 'generator');
      return 'compiles';
    } catch (error) {
      return String(error);
    }
  };

  const SHARING = apexFiles([
    `public class Files {
    public static void give() {
      Case_File__c file = new Case_File__c(Name = 'f');
      insert new List<SObject>{ file, new Case_File__c(Name = 'other') };
      User reader = [SELECT Id FROM User WHERE Alias = 'observer'];
      insert new Case_File__Share(ParentId = file.Id, UserOrGroupId = reader.Id, AccessLevel = 'Read');
    }
    public static String read() { return String.valueOf(new Sharing().names()); }
    public static String change() { return new Sharing().change(); }
    with sharing class Sharing {
      public List<String> names() {
        List<String> found = new List<String>();
        for (Case_File__c file : [SELECT Name FROM Case_File__c]) found.add(file.Name);
        return found;
      }
      public String change() {
        try { update [SELECT Id FROM Case_File__c]; return 'changed'; }
        catch (DmlException e) { return e.getDmlType(0).name(); }
      }
    }
  }`
  ]);

  test(`${proves('security.shares')}`, () => {
    const files = [
      ...DEPOT,
      object(
        'Case_File__c',
        '<nameField><label>N</label><type>Text</type></nameField><sharingModel>Private</sharingModel>'
      )
    ];
    const lab = new Lab(compileLab([{ namespace: '', files: [...files, ...SHARING] }], 'generator'));
    lab.call('Files.give');
    expect(lab.as('observer').call('Files.read')).toBe('(f)');
    expect(lab.call('Files.change')).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(lab.as('nobody').call('Files.read')).toBe('()');
  });

  test(`${proves('security.protected')}`, () => {
    const query = (name: string): string =>
      `public class Peek { public static Object peek() { return [SELECT Id FROM ${name}]; } }`;
    const write = 'public class Peek { public static void peek() { insert new own__Secret__c(); } }';
    expect(problems(query('own__Secret__c'))).toContain("sObject type 'own__Secret__c' is not supported");
    expect(problems(write)).toContain('own__Secret__c');
    expect(problems(query('own__Box__c'))).toBe('compiles');
    const source = [
      owner,
      other(`public class Peek {
        public static Integer throughDoor() { return own.Door.secrets(); }
      }`)
    ];
    const lab = new Lab(compileLab(source, 'generator'));
    expect(lab.call('other.Peek.throughDoor')).toBe(0);
  });

  test(`${proves('security.global-only')}`, () => {
    const call = (name: string): string =>
      `public class Peek { public static Integer peek() { return own.Door.${name}(); } }`;
    expect(problems(call('secrets'))).toBe('compiles');
    expect(problems(call('hidden'))).toContain('hidden');
  });
});
