import { assembleProject } from '../../project';
import { loadPlatformTypes } from '../../types';
import { compile, openWorkspace } from '../workspace';
import type { CompiledProgram } from '../workspace';

/** Long enough that what comes of it is kept. */
const FILLER = `/* ${'a long story '.repeat(10_000)} */`;

function compiled(body: string): CompiledProgram {
  const project = assembleProject({
    root: 'big',
    config: { name: 'big', namespace: '', apiVersion: '65.0' },
    files: [{ path: 'force-app/main/classes/Big.cls', text: `${FILLER} public class Big { ${body} }` }],
    problems: []
  });
  return compile(openWorkspace([project], loadPlatformTypes()), 'plain', false);
}

it('gives what it compiled before, with the index that later code needs', () => {
  const [first, second] = [compiled('Integer i = 1;'), compiled('Integer i = 1;')];

  expect(second.program).toEqual(first.program);
  expect(second.index().info('c.Big')?.fields).toHaveLength(1);
});

it('compiles again when one character has changed', () => {
  const [first, second] = ['Integer i = 1;', 'Integer i = 2;'].map((body) => compiled(body).program.units[0]?.code);

  expect(second).not.toBe(first);
});

it('refuses a program with problems each time', () => {
  for (let i = 0; i < 2; i += 1) expect(() => compiled('Strin s;')).toThrow('Strin');
});
