import { resolve } from 'node:path';
import { buildSchema, readProject } from '../../project';
import { loadPlatformTypes } from '../../types';
import { analyse, type Analysis } from '../analyse';
import type { Statement, TypeDeclaration, Unit } from '../ast';
import { parseText } from '../parse/parse';
import { missingAnnotations } from './annotations';

let analysis: Analysis;

beforeAll(() => {
  const platform = loadPlatformTypes();
  const project = readProject(resolve(__dirname, '../../../..'));
  const source = { namespace: project.namespace, root: project.root, managed: false, files: project.files };
  analysis = analyse([source], platform, buildSchema([project], platform));
});

test('the package analyses without problems', () => {
  expect(analysis.units.length).toBeGreaterThan(20);
  expect(analysis.problems).toEqual([]);
});

test('every node of the package carries what the emitter needs', () => {
  const missing = analysis.units.flatMap(({ unit }) =>
    missingAnnotations(rootOf(unit.declaration)).map((text) => `${unit.file}:${text}`)
  );

  expect(missing).toEqual([]);
});

test('an unchecked tree lacks it', () => {
  const { declaration } = parseText(
    'class',
    'public class A { void f(A a) { Integer n = 1 + g(); for (A b : c) { } } }'
  );

  expect(declaration && missingAnnotations(rootOf(declaration)).map((text) => text.replace(/^\S+ /, ''))).toEqual(
    expect.arrayContaining([
      'method: key',
      'local: variables',
      'binary: operation',
      'call: target',
      'for-each: iteration',
      'A: type'
    ])
  );
});

function rootOf(declaration: Unit['declaration']): TypeDeclaration | Statement {
  return declaration.kind === 'trigger' || declaration.kind === 'anonymous' ? declaration.body : declaration;
}
