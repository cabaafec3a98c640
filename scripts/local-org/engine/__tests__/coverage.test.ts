import { call, compile, engineFor, transaction } from './apex';

const SOURCE = `public class Subject {
  static Integer start = 1;
  public static Integer result() {
    Integer unset;
    if (start > 5) {
      return 0;
    }
    for (Integer i = 0; i < 2; i++) {
      start += i;
    }
    return start;
  }
}`;

test('probes report the lines that ran, and none are emitted without coverage', () => {
  const program = compile([SOURCE], { coverage: true });
  const engine = engineFor(program);
  const hits = new Set<string>();
  const sink = { hit: (file: number, line: number) => void hits.add(`${engine.files[file] ?? ''}:${line}`) };
  call(engine, 'Subject', 'result()', [], transaction(sink));
  expect([...hits].sort()).toEqual([
    'Subject.cls:11',
    'Subject.cls:2',
    'Subject.cls:5',
    'Subject.cls:8',
    'Subject.cls:9'
  ]);
  expect(program.units[0]?.coverableLines).toEqual([2, 5, 6, 8, 9, 11]);
  expect(compile([SOURCE]).units[0]?.coverableLines).toEqual([]);
});
