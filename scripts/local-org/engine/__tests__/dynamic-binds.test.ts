import { implementWaiting } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import { ApexList } from '../../runtime/list';
import { ApexDecimal } from '../../runtime/decimal';
import { run } from './apex';

/** Answers a query with what the names in its text mean where it is run. */
const library = implementWaiting('System.Database', {
  *'query(String)'(_rt, text: string, scope: (name: string) => unknown) {
    yield* [];
    return new ApexList(
      typeRef('SObject'),
      text.split(' ').map((name) => scope(name) ?? '-')
    );
  }
});

const SUBJECT = `public virtual class Base { protected Integer inherited = 5; private Integer own = 6; }`;

function meanings(names: string, mode: 'plain' | 'generator' = 'plain'): readonly unknown[] {
  const subject = `public class Subject extends Base {
    static Integer counted = 1; static Decimal later = counted + 1; Integer size = 3;
    Integer shown { get { return 4; } }
    static Integer hidden;
    List<SObject> ask(Integer given) {
      Integer Local = 7; for (Integer i = 8; i < 9; i++) { Integer hidden = 10; return Database.query('${names}'); } Integer after = 11; return null; }
    public static Object result() { return new Subject().ask(9); } }`;
  const list = run([subject, SUBJECT], 'Subject', 'result()', { mode, library }) as ApexList;
  return list.items.map((item) => (item instanceof ApexDecimal ? item.toPlainText() : item));
}

test.each(['plain', 'generator'] as const)('a query as text binds what is in scope, in %s code', (mode) => {
  expect(meanings('later counted size inherited given local i', mode)).toEqual(['2', 1, 3, 5, 9, 7, 8]);
});

test('the innermost variable of a name is bound; what is out of scope is not', () => {
  expect(meanings('hidden after own nobody')).toEqual([10, '-', '-', '-']);
});

test('a property with accessors is refused by name', () => {
  expect(() => meanings('size shown')).toThrow(/the bind :shown, which is a property/);
});
