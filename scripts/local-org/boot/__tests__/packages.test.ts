import { assembleProject } from '../../project';
import type { Project } from '../../project';
import type { TextFile } from '../../project/xml';
import { apexFiles } from '../../fidelity/__tests__/lab';
import { field, object } from '../../fidelity/__tests__/depot';
import { PackageOrg } from '../../platform/credentials/__tests__/package-org';
import { loadPlatformTypes } from '../../types';
import { compile, managed, openWorkspace } from '../workspace';

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField>';
const NUMBER = '<type>Number</type><precision>9</precision><scale>0</scale>';

const VENDOR = project('vendor', [
  object('Safe__c', `${NAMED}<visibility>Protected</visibility>`),
  field('Safe__c', 'Size__c', NUMBER),
  object('Shelf__c', `${NAMED}<sharingModel>ReadWrite</sharingModel>`),
  field('Shelf__c', 'Size__c', NUMBER),
  object('Hidden__c', '<customSettingsType>Hierarchy</customSettingsType><visibility>Protected</visibility>'),
  ...apexFiles([
    `global class Api {
      global Integer shown = 1;
      public Integer internal = 2;
      global static Integer fill(String name) {
        insert new Safe__c(Name = name, Size__c = 3);
        SObject row = Database.query('SELECT Size__c FROM Safe__c LIMIT 1');
        return Integer.valueOf(row.get('Size__c'));
      }
      global static String own() { return String.valueOf(Type.forName('Inside')) + Schema.getGlobalDescribe().containsKey('safe__c'); }
      public static void secret() { }
    }`,
    "trigger Count on Shelf__c (before insert) { for (Shelf__c one : Trigger.new) one.Size__c = Database.countQuery('SELECT COUNT() FROM Safe__c'); }",
    'global interface Visitor { String visit(); }',
    "global class Door { global static String let(Visitor one) { return one.visit() + Database.countQuery('SELECT COUNT() FROM Safe__c'); } }",
    'public class Inside { public Integer n = 1; }',
    "@JsonAccess(serializable='always' deserializable='always') global class Letter { global String text = 'hello'; }"
  ])
]);

function project(namespace: string, files: readonly TextFile[]): Project {
  return assembleProject({
    root: namespace,
    config: { name: namespace, namespace, apiVersion: '65.0' },
    files,
    problems: []
  });
}

function consumer(...texts: readonly string[]): Project {
  const shelf = [object('Shelf__c', NAMED), field('Shelf__c', 'Size__c', NUMBER)];
  return project('', [...shelf, ...apexFiles(texts)]);
}

function workspace(...texts: readonly string[]) {
  return openWorkspace([managed(VENDOR), consumer(...texts)], loadPlatformTypes());
}

/** The value of a body that returns Object, run by the consumer's code. */
function value(body: string, ...more: readonly string[]): unknown {
  const opened = workspace(`public class Probe { public static Object run() { ${body} } }`, ...more);
  return new PackageOrg({ workspace: opened, compiled: compile(opened, 'generator', false) }).call('c.Probe.run');
}

function problemsOf(body: string): readonly string[] {
  return workspace(`public class Probe { public static void run() { ${body} } }`).problems.map(
    ({ message }) => message
  );
}

describe('code of another namespace compiles against', () => {
  test('what is global', () => {
    expect(problemsOf("Integer n = vendor.Api.fill('x'); Integer shown = new vendor.Api().shown;")).toEqual([]);
  });

  test.each([
    ['a public method', 'vendor.Api.secret();'],
    ['a public field', 'Integer n = new vendor.Api().internal;'],
    ['a public class', 'vendor.Inside x = null;'],
    ['a protected object', 'vendor__Safe__c x = null;'],
    ['a query of one', 'Integer n = [SELECT COUNT() FROM vendor__Safe__c];'],
    ['a protected setting', 'Object x = vendor__Hidden__c.getOrgDefaults();']
  ])('and not %s', (_what, body) => {
    expect(problemsOf(body)).not.toEqual([]);
  });
});

describe('code of another namespace reaches at run time', () => {
  test('global methods, which work with what is protected', () => {
    expect(value("return vendor.Api.fill('x');")).toBe(3);
  });

  test.each([
    [
      'dynamic SOQL',
      "return Database.query('SELECT Id FROM vendor__Safe__c').size();",
      /QueryException.*vendor__Safe__c/
    ],
    [
      'dynamic SOQL without prefix',
      "return Database.query('SELECT Id FROM Safe__c').size();",
      /QueryException.*Safe__c/
    ],
    [
      'a type by name',
      "return Type.forName('vendor.Inside') == null && Type.forName('vendor', 'Inside') == null;",
      /^true$/
    ],
    ['a type without prefix', "return Type.forName('Inside') == null;", /^true$/],
    ['an object by name', "return Type.forName('vendor', 'Safe__c') == null;", /^true$/],
    ['describe', "return Schema.getGlobalDescribe().get('vendor__Safe__c');", /^null$/],
    ['its list', "return Schema.getGlobalDescribe().keySet().contains('safe__c');", /^false$/],
    ['settings', "return Schema.getGlobalDescribe().containsKey('vendor__hidden__c');", /^false$/],
    ['describe of several', "return Schema.describeSObjects(new List<String>{ 'vendor__Safe__c' }).size();", /Invalid/],
    [
      'JSON of its objects',
      'return JSON.serialize(new List<Object>{ new vendor.Api() });',
      /JSONException.*vendor.Api/
    ],
    [
      'JSON into its objects',
      'return JSON.deserialize(\'{"internal":9}\', vendor.Api.class);',
      /JSONException.*vendor.Api/
    ],
    [
      'a parser into its objects',
      'return JSON.createParser(\'{"internal":9}\').readValueAs(vendor.Api.class);',
      /JSONException.*vendor.Api/
    ],
    [
      'JSON into its rows',
      'return JSON.deserialize(\'{"attributes":{"type":"vendor__Safe__c"}}\', SObject.class);',
      /Exception/
    ]
  ])('nothing protected by %s', (_road, body, expected) => {
    expect(String(value(`vendor.Api.fill('x'); ${body}`))).toMatch(expected);
  });

  test('what is open: global types, public objects, classes that allow JSON', () => {
    expect(
      value(`return new List<Object>{ Type.forName('vendor.Api').getName(),
        Schema.getGlobalDescribe().containsKey('vendor__shelf__c'), JSON.serialize(new vendor.Letter()) };`)
    ).toEqual(['vendor.Api', true, '{"text":"hello"}']);
  });

  test('its own object, where a package has one of the same name', () => {
    expect(
      value(`insert new List<SObject>{ new Shelf__c(Name = 'mine', Size__c = 4), new vendor__Shelf__c(Name = 'theirs') };
        SObject row = Database.query('SELECT Name, Size__c FROM Shelf__c');
        return row.get('Name') + ' ' + row.get('Size__c');`)
    ).toBe('mine 4');
  });

  test('its own again, in a callback from the package, and the package its own in a trigger', () => {
    const guest = `public class Guest implements vendor.Visitor {
      public String visit() {
        try { return 'seen ' + Database.countQuery('SELECT COUNT() FROM Safe__c'); } catch (QueryException e) { return 'hidden '; }
      }
    }`;
    expect(value("vendor.Api.fill('x'); return vendor.Door.let(new Guest());", guest)).toBe('hidden 1');
    expect(
      value(`vendor.Api.fill('x'); insert new vendor__Shelf__c(Name = 'a');
        return [SELECT vendor__Size__c FROM vendor__Shelf__c].vendor__Size__c;`)
    ).toBe(1);
  });

  test('a package finds its own by short names meanwhile', () => {
    expect(value('return vendor.Api.own();')).toBe('vendor.Insidetrue');
  });
});

test('a managed package needs a namespace, and an org takes each once', () => {
  expect(() => managed(consumer())).toThrow(/no namespace/);
  expect(() => openWorkspace([VENDOR, managed(VENDOR)], loadPlatformTypes())).toThrow(/"vendor"/);
});
