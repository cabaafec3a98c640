import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTRACT_FILE, printContract, readContract } from '../read';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function given(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

it('is the one that is checked in: run "npx tsx scripts/checks/contract/main.ts" where the change is meant', () => {
  expect(printContract(readContract())).toBe(readFileSync(CONTRACT_FILE, 'utf8'));
});

it('names what other code, pages and flows may call', () => {
  given(
    'classes/Api.cls',
    `/** global static void inComment() {} */
global without sharing class Api {
    global class NarrowException extends Exception {}
    private static String text = 'global static void inString()';
    global static Integer send(String name,
        Integer size) { return 1; }
    @AuraEnabled(cacheable=true)
    public static List<String> names() { return null; }
    @InvocableMethod(label='Go')
    public static void go(List<Id> ids) {}
    public static void internal() {}
    global interface Work { void run(String name); }
}`
  );
  expect(readContract(folder).apex).toEqual([
    'Api: @AuraEnabled(cacheable=true) List<String>names()',
    "Api: @InvocableMethod(label='') void go(List<Id>ids)",
    'Api: Work.void run(String name)',
    'Api: global class NarrowException extends Exception',
    'Api: global interface Work',
    'Api: global static Integer send(String name,Integer size)',
    'Api: global without sharing class Api'
  ]);
});

it('names fields of events and custom metadata, and permissions', () => {
  given('objects/Gone__e/fields/Why__c.field-meta.xml', '<type>Text</type>');
  given('objects/Kind__mdt/fields/Days__c.field-meta.xml', '<type>Number</type>');
  given('objects/Row__c/fields/Own__c.field-meta.xml', '<type>Text</type>');
  given('permissionsets/Reader.permissionset-meta.xml', '');
  const { events, customMetadata, permissions } = readContract(folder);
  expect({ events, customMetadata, permissions }).toEqual({
    events: ['Gone__e.Why__c: Text'],
    customMetadata: ['Kind__mdt.Days__c: Number'],
    permissions: ['permissionset: Reader']
  });
});

it('names fields of objects, whose rows outlast an upgrade', () => {
  given('objects/Row__c/fields/Own__c.field-meta.xml', '<type>Text</type>');
  given('objects/Kind__mdt/fields/Days__c.field-meta.xml', '<type>Number</type>');
  expect(readContract(folder).objects).toEqual(['Row__c.Own__c: Text']);
});

it('names components that addresses, settings and records outside of the package name', () => {
  given('notificationtypes/Needed.notiftype-meta.xml', '');
  given('tabs/Page.tab-meta.xml', '');
  given('customMetadata/Kind.Usual.md-meta.xml', '');
  given('lwc/open/open.js-meta.xml', '<isExposed>true</isExposed>');
  given('lwc/inner/inner.js-meta.xml', '<isExposed>false</isExposed>');
  given(
    'labels/All.labels-meta.xml',
    `<labels><fullName>Ours</fullName><protected>true</protected></labels>
     <labels><fullName>Theirs</fullName><protected>false</protected></labels>`
  );
  expect(readContract(folder).components).toEqual([
    'label: Theirs',
    'lwc: open',
    'md: Kind.Usual',
    'notiftype: Needed',
    'tab: Page'
  ]);
});

it('names what jobs and stored texts carry through an upgrade', () => {
  given(
    'classes/Work.cls',
    `public without sharing class Work implements Queueable, Database.AllowsCallouts {
    private static final Integer MOST = 5;
    private final String uid;
    private List<Part> parts = new List<Part>();
    private transient String passing;
    public void execute(QueueableContext context) { String local = uid; }
}`
  );
  given('classes/Part.cls', 'public class Part {\n    public Datetime endsAt;\n}');
  given('classes/Kept.cls', 'public class Kept {\n    public String text;\n}');
  given(
    'classes/Other.cls',
    'public class Other {\n    Object back(String t) { return JSON.deserialize(t, Kept.class); }\n}'
  );
  given('classes/Alone.cls', 'public class Alone {\n    public String text;\n}');
  expect(readContract(folder).carried).toEqual([
    'Kept',
    'Kept.text: String',
    'Part',
    'Part.endsAt: Datetime',
    'Work',
    'Work.parts: List<Part>',
    'Work.uid: String'
  ]);
});
