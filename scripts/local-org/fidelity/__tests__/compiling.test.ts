import { openWorkspace } from '../../boot/workspace';
import { assembleProject } from '../../project';
import { loadPlatformTypes } from '../../types';
import { proves } from '../catalogue';
import { apexFiles } from './lab';

/** The problems of a class with such members, as 'line:column text'. */
function problemsOf(members: string): readonly string[] {
  const config = { name: 'lab', namespace: '', apiVersion: '65.0' };
  const files = apexFiles([`public class Subject {\n${members}\n}`]);
  const { problems } = openWorkspace([assembleProject({ root: '', config, files, problems: [] })], loadPlatformTypes());
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test(`${proves('compile.refuses')}`, () => {
  expect(problemsOf("Integer n = 'text';")).toEqual(['2:9 Illegal assignment from String to Integer']);
  expect(problemsOf('void go() { missing(); }')[0]).toMatch(/^2:13 Method does not exist or incorrect signature/);
  expect(problemsOf('Integer go() { }')[0]).toMatch(/^2:9 .*return/i);
  expect(problemsOf('void go() { Strin s; }')).toEqual(['2:13 Invalid type: Strin']);
  expect(problemsOf('Object rows = [SELECT Nope__c FROM Account];')[0]).toContain("No such column 'Nope__c'");
});

test(`${proves('compile.accepts')}`, () => {
  const members = [
    'Integer twice { get { return twice * 2; } set; }',
    'Object pick(Boolean b) { return b ? (Object) 1 : null; }',
    'Map<String, List<Account>> byName = new Map<String, List<Account>>();',
    'Integer size() { return byName?.size() ?? 0; }',
    "void go(SObject o) { switch on o { when Account a { a.Name = 'x'; } when null { return; } when else { go(null); } } }"
  ];
  expect(problemsOf(members.join('\n'))).toEqual([]);
});
