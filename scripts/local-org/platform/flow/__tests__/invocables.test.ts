import { bootOrg } from '../../../boot/boot';
import { answerSync } from '../../../drivers/sync';
import { apexFiles, compileLab } from '../../../fidelity/__tests__/lab';
import { assignPermissionSet } from '../../security/seed';
import { permissionSet } from '../../credentials/__tests__/delivery';
import { failureText } from '../../apex-failure';

const ACTION = `global class Doubling {
  global class Input {
    @InvocableVariable(required=true) global Integer count;
    @InvocableVariable global String text;
    global Boolean made = true;
    @InvocableVariable global Boolean seen = true;
  }
  global class Output {
    @InvocableVariable global String said;
    global String hidden = 'hidden';
  }
  @InvocableMethod(label='Double it') global static List<Output> run(List<Input> inputs) {
    List<Output> outputs = new List<Output>();
    for (Input one : inputs) {
      Output made = new Output();
      made.said = one.text + (one.count * 2) + one.seen + Limits.getQueries();
      outputs.add(made);
    }
    return outputs;
  }
}`;

const program = compileLab(
  [
    {
      namespace: '',
      files: apexFiles([
        'public class Shout { @InvocableMethod public static List<String> up(List<String> words) { List<String> all = new List<String>(); for (String word : words) all.add(word.toUpperCase()); return all; } }',
        "public class Failing { @InvocableMethod public static void run() { throw new IllegalArgumentException('down'); } }"
      ])
    },
    {
      namespace: 'pkg',
      files: [
        ...apexFiles([ACTION, 'public class Hidden { @InvocableMethod public static void run() { } }']),
        permissionSet('Flows', '<classAccesses><apexClass>Doubling</apexClass><enabled>true</enabled></classAccesses>')
      ]
    }
  ],
  'generator'
);

function run(action: string, inputs: readonly unknown[], alias = 'admin', ...sets: readonly string[]): unknown {
  const engine = bootOrg(program.workspace, program.compiled.program);
  engine.effectHandler = answerSync;
  const { org } = engine;
  const user = org.user((candidate) => candidate.alias === alias, alias);
  for (const set of sets) assignPermissionSet(org.data, user.id, set);
  const outcome = engine.drive(org.invocables.run(action, inputs, user));
  return outcome.ok ? outcome.value : failureText(outcome.error);
}

test('interviews arrive in bulk, with the variables they set, and get the invocable variables back', () => {
  expect(run('pkg.Doubling', [{ count: 4, text: 'a', seen: false }, { count: 1 }])).toEqual([
    { said: 'a8false0' },
    { said: 'null2true0' }
  ]);
});

test('plain values go in and out as they are', () => {
  expect(run('Shout', ['b', 'a'])).toEqual(['B', 'A']);
});

test('an uncaught exception is the outcome', () => {
  expect(run('Failing', [])).toMatch(/IllegalArgumentException: down/);
});

test.each([
  ['a missing required variable', 'pkg.Doubling', [{ text: 'a' }], /Missing required input parameter: count/],
  ['a variable that is none', 'pkg.Doubling', [{ count: 1, made: false }], /no invocable variable made/],
  ['a method of the package that is not global', 'pkg.Hidden', [], /not global/],
  ['an action that is not there', 'Nothing', [], /there is Shout, Failing, pkg.Doubling, pkg.Hidden/]
])('refused: %s', (_what, action, inputs, expected) => {
  expect(() => run(action, inputs)).toThrow(expected);
});

test('the user needs access to the class', () => {
  expect(() => run('pkg.Doubling', [{ count: 1 }], 'nobody')).toThrow(/no access to the Apex class/);
  expect(run('pkg.Doubling', [{ count: 1 }], 'nobody', 'Flows')).toEqual([{ said: 'null2true0' }]);
});
