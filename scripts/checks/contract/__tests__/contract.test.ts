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
