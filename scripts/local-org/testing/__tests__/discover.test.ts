import { bootPlain } from '../../boot/boot';
import { apexFiles, compileLab } from '../../fidelity/__tests__/lab';
import { coverageOf, CoverageRecorder } from '../coverage';
import { discoverTests } from '../discover';
import { runSuite } from '../suite';

const { workspace, compiled } = compileLab(
  [
    {
      namespace: 'ns',
      files: apexFiles([
        `public class Plain {
          public static Integer used() {
            return 1;
          }
          public static Integer unused() {
            return 2;
          }
        }`,
        `public class Untouched {
          public static void never() {
            Integer n = 1;
          }
        }`,
        `public interface Shape { void draw(); }`,
        `@IsTest private class OddTest {
          @TestSetup static void setUp() { Plain.used(); }
          @IsTest static void second() { Plain.used(); }
          @IsTest static void first() { Plain.used(); }
          static void helper() {}
        }`,
        `@IsTest private class Helpers { public static void help() {} }`,
        `@IsTest private class OtherTest { @IsTest static void only() { Helpers.help(); } }`
      ])
    }
  ],
  'plain'
);
const { units } = compiled.program;
const classes = units.flatMap((unit) => unit.classes);

test('finds test classes with their methods in order, and leaves helpers out', () => {
  const found = discoverTests(classes).map(({ info, methods, setup }) => [
    info.displayName,
    methods.map(({ name }) => name),
    setup.length
  ]);
  expect(found).toEqual([
    ['ns.OddTest', ['second', 'first'], 1],
    ['ns.OtherTest', ['only'], 0]
  ]);
});

test.each(['OddTest', 'ns.oddtest'])('finds %s by name, in any case', (name) => {
  expect(discoverTests(classes, name).map(({ info }) => info.displayName)).toEqual(['ns.OddTest']);
});

test('coverage counts the lines of what is not a test', () => {
  const runner = bootPlain(workspace, compiled.program);
  const { coverage } = runSuite(runner, units, runner.host.classes.all());
  expect(coverage).toEqual({
    lines: 0.3333,
    classes: [
      { name: 'ns.Plain', lines: 0.5, uncovered: [6] },
      { name: 'ns.Untouched', lines: 0, uncovered: [3] },
      { name: 'ns.Shape', lines: 1, uncovered: [] }
    ]
  });
});

test('nothing is covered before anything ran', () => {
  expect(coverageOf(units, new CoverageRecorder(units)).lines).toBe(0);
});
