import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../contracts/program';
import { checkCommand } from '../check';
import { printed, withProject } from './project-folder';

const RULES = {
  main: ['force-app/main/'],
  sharing: { exempt: ['test', 'exception'] },
  accessMode: { databaseMethods: [] },
  systemModeReason: false,
  forbiddenCalls: [{ rule: 'no-debug', method: 'System.System.debug', instead: 'return the value' }],
  qualifiedNames: [],
  size: { classLines: 100, methodLines: 40, parameters: 4 }
};

const MISTAKES: Readonly<Record<string, string>> = {
  WrongType: `public with sharing class WrongType {
    Integer count = 'seven';
  }`,
  UnknownMethod: `public with sharing class UnknownMethod {
    public static void run() {
      WrongNever.call();
      String.valueOf(1).shoutOut();
    }
  }`,
  WrongField: `public with sharing class WrongField {
    List<Account> all = [SELECT Id, Colour__c FROM Account WITH USER_MODE];
  }`,
  NoSharing: `public class NoSharing {
  }`,
  Debugs: `public with sharing class Debugs {
    public static void run() { System.debug('secret'); }
  }`
};

const FINE = 'public with sharing class Fine { public static Integer one() { return 1; } }';

function project(classes: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(classes).map(([name, text]) => [`force-app/main/classes/${name}.cls`, text]);
  return { ...Object.fromEntries(files), 'config/apex-rules.json': JSON.stringify(RULES) } as Record<string, string>;
}

afterEach(() => jest.restoreAllMocks());

test('each mistake is found, with its file, its line and the offending name', async () => {
  const lines = printed();
  const { status, problems } = await withProject(project({ ...MISTAKES, Fine: FINE }), async (root) => {
    const json = join(root, 'problems.json');
    const exit = await checkCommand({ project: root, json, apexLs: false });
    return { status: exit, problems: JSON.parse(readFileSync(json, 'utf8')) as { problems: readonly Problem[] } };
  });
  const found = problems.problems.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`);
  expect(status).toBe(1);
  expect(found).toEqual([
    expect.stringMatching(/^Debugs\.cls:2 .*debug/),
    expect.stringMatching(/^NoSharing\.cls:1 .*NoSharing/),
    expect.stringMatching(/^UnknownMethod\.cls:3 .*WrongNever/),
    expect.stringMatching(/^UnknownMethod\.cls:4 .*shoutOut/),
    expect.stringMatching(/^WrongField\.cls:2 .*Colour__c/),
    expect.stringMatching(/^WrongType\.cls:2 .*String to Integer/)
  ]);
  expect(problems.problems[0]).toEqual({
    file: 'force-app/main/classes/Debugs.cls',
    line: 2,
    column: expect.any(Number),
    rule: 'no-debug',
    message: expect.any(String)
  });
  expect(lines.at(-1)).toBe('6 problems.');
});

test('a project without mistakes passes', async () => {
  const lines = printed();
  const status = await withProject(project({ Fine: FINE }), (root) => checkCommand({ project: root, apexLs: false }));
  expect([status, ...lines]).toEqual([0, 'No problems.']);
});
