import { implement } from '../../contracts/library';
import { ApexList } from '../../runtime/list';
import { call, compile, engineFor, run, transaction } from './apex';

const LISTS = implement('List', {
  'add(T)': (_, list: ApexList, item: unknown) => list.add(item),
  'size()': (_, list: ApexList) => list.size
});

function result(...sources: string[]): unknown {
  const found = run(sources, 'Subject', 'result()', { library: LISTS });
  return found instanceof ApexList ? found.items : found;
}

describe('a class', () => {
  test('runs the initialisers of all levels before any constructor', () => {
    const base = `public virtual class Base {
      public static List<String> log = new List<String>();
      String a = note('base field');
      { note('base block'); }
      public Base() { note('base constructor'); }
      public static String note(String text) { log.add(text); return text; }
    }`;
    const subject = `public class Subject extends Base {
      String b = Base.note('own field');
      public Subject() { Base.note('own constructor'); }
      public static List<String> result() { new Subject(); return Base.log; }
    }`;
    expect(result(subject, base)).toEqual([
      'base field',
      'base block',
      'own field',
      'base constructor',
      'own constructor'
    ]);
  });

  test('chooses this(...) of its own level although a subclass declares the same constructor', () => {
    const base = `public virtual class Base {
      public String text;
      public Base() { this('base'); }
      public Base(String text) { this.text = text; }
    }`;
    const subject = `public class Subject extends Base {
      public Subject() { super(); }
      public Subject(String text) { super('wrong'); }
      public static String result() { return new Subject().text; }
    }`;
    expect(result(subject, base)).toBe('base');
  });

  test('dispatches virtual methods on the object and private ones on the text', () => {
    const base = `public virtual class Base {
      public String open() { return 'base' + secret() + word(); }
      private String secret() { return ' secret '; }
      protected virtual String word() { return 'word'; }
    }`;
    const subject = `public class Subject extends Base {
      private String secret() { return ' mine '; }
      protected override String word() { return super.word() + secret(); }
      public static String result() { Base b = new Subject(); return b.open(); }
    }`;
    expect(result(subject, base)).toBe('base secret word mine ');
  });

  test('keeps private fields of one name apart by level', () => {
    const base = `public virtual class Base { private String name = 'base'; public String baseName() { return name; } }`;
    const subject = `public class Subject extends Base {
      private String name = 'own';
      public static String result() { Subject s = new Subject(); s.name += '!'; return s.name + s.baseName(); }
    }`;
    expect(result(subject, base)).toBe('own!base');
  });

  test('calls through an interface', () => {
    const subject = `public class Subject {
      public interface Shape { Decimal area(Integer scale); }
      class Square implements Shape { public Decimal area(Integer scale) { return 2 * scale; } }
      class Dot implements Shape { public Decimal area(Integer scale) { return 0; } }
      public static String result() {
        String out = '';
        for (Shape s : new List<Shape>{ new Square(), new Dot() }) { out += s.area(3) + ' '; }
        return out;
      }
    }`;
    expect(result(subject)).toBe('6 0 ');
  });

  test('means the backing field by a property name inside its own accessors', () => {
    const subject = `public class Subject {
      public Integer size { get { if (size == null) { size = 1; } return size; } set { size = value * 10; } }
      public static Integer total { get; private set; }
      public static String result() {
        Subject s = new Subject();
        Integer first = s.size;
        s.size += 4;
        total = 7;
        total++;
        return first + ' ' + s.size + ' ' + total;
      }
    }`;
    expect(result(subject)).toBe('1 50 8');
  });

  test('initialises its statics lazily, in textual order, once in a transaction', () => {
    const counter = `public class Counter {
      public static Integer starts = 0;
      public static Integer early = peek();
      public static Integer late = 5;
      static { starts++; late += 1; }
      static Integer peek() { return late; }
      public static Integer next() { return ++starts; }
    }`;
    const subject = `public class Subject {
      public static String result() { return Counter.next() + ' ' + Counter.next() + ' ' + Counter.early + ' ' + Counter.late; }
    }`;
    const engine = engineFor(compile([subject, counter]));
    const tx = transaction();
    expect([
      call(engine, 'Subject', 'result()', [], tx),
      call(engine, 'Subject', 'result()', [], tx),
      call(engine, 'Subject', 'result()')
    ]).toEqual(['2 3 null 6', '4 5 null 6', '2 3 null 6']);
  });

  test('has enums whose values are compared and switched on', () => {
    const subject = `public class Subject {
      public enum Color { RED, GREEN }
      public static String result() {
        Color c = Color.GREEN;
        switch on c { when RED { return 'red'; } when GREEN { return 'green ' + (c == Color.GREEN) + (c == Color.RED); } }
        return null;
      }
    }`;
    expect(result(subject)).toBe('green truefalse');
  });

  test('has enums with names, ordinals and lookups', () => {
    const subject = `public class Subject {
      public enum Color { RED, GREEN }
      public static String result() {
        Color c = Color.valueOf('green');
        String out = c.name() + c.ordinal() + c;
        for (Color each : Color.values()) { out += ' ' + each.ordinal(); }
        return out + ' ' + System.LoggingLevel.valueOf('warn').name() + (System.LoggingLevel.WARN == System.LoggingLevel.ERROR);
      }
    }`;
    expect(result(subject)).toBe('GREEN1GREEN 0 1 WARNfalse');
    const wrong = subject.replace("valueOf('green')", "valueOf('blue')");
    expect(() => result(wrong)).toThrow('No enum constant Subject.Color.blue');
  });

  test('implements a generic interface of the platform under its own types', () => {
    const subject = `public class Subject implements Iterator<String>, Iterable<String> {
      Integer left = 2;
      public Boolean hasNext() { return left > 0; }
      public String next() { left--; return 'n' + left; }
      public Iterator<String> iterator() { return this; }
      public static String result() { String out = ''; for (String s : new Subject()) { out += s; } return out; }
    }`;
    expect(result(subject)).toBe('n1n0');
  });
});
