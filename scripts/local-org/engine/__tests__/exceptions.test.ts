import { implement, implementWaiting } from '../../contracts/library';
import type { Waiting } from '../../contracts/effect';
import { ApexException } from '../../runtime/exceptions';
import { KilledError, LimitError } from '../../runtime/unsupported';
import type { OrgUser } from '../../contracts/org';
import { accountSchema } from './account-schema';
import { call, compile, engineFor, run, transaction } from './apex';

const LIBRARY = [
  ...implement('System.Exception', {
    'getMessage()': (_, e: ApexException) => e.apexMessage,
    'getLineNumber()': (_, e: ApexException) => e.lineNumber ?? null,
    'getStackTraceString()': (_, e: ApexException) => e.stackTraceText ?? null
  }),
  ...implementWaiting('System.Database', {
    // A stand-in for anything that the platform ends the transaction in.
    *'emptyRecycleBin(SObject)'(): Waiting<never> {
      throw new KilledError('gone');
    }
  })
];

const FATAL = `public class Subject {
  public static List<String> log;
  public static String trail = '';
  public static void fatal() {
    try { try { doIt(); } catch (Exception e) { trail += 'caught'; } finally { trail += 'finally'; } }
    finally { trail += 'outer'; }
  }
  static void doIt() { WHAT }
  public static String read() { return trail; }
}`;

function outcome(body: string, mode: 'plain' | 'generator'): { error: unknown; trail: unknown } {
  const engine = engineFor(compile([FATAL.replace('WHAT', body)], { mode }), { library: LIBRARY });
  const tx = transaction();
  let error: unknown;
  try {
    call(engine, 'Subject', 'fatal()', [], tx);
  } catch (thrown) {
    error = thrown;
  }
  tx.depth = 0;
  return { error, trail: call(engine, 'Subject', 'read()', [], tx) };
}

describe.each(['generator', 'plain'] as const)('in %s mode', (mode) => {
  test('an exception runs catch and finally blocks', () => {
    expect(outcome('Integer i; i++;', mode)).toEqual({ error: undefined, trail: 'caughtfinallyouter' });
  });

  test.each([
    ['an unsupported call', "System.debug('x');", 'System.System.debug(Object) is not supported'],
    ['endless recursion', 'doIt();', 'Maximum stack depth reached: 1001'],
    ['a kill', 'Database.emptyRecycleBin((SObject) null);', '']
  ])('%s runs neither catch nor finally', (_, body, message) => {
    const { error, trail } = outcome(body, mode);
    expect(String(error)).toContain(message);
    expect(error).not.toBeInstanceOf(ApexException);
    expect(trail).toBe('');
  });

  test('a stack that JavaScript runs out of first is the same limit', () => {
    const engine = engineFor(compile([`public class Subject { public static void go() { } }`], { mode }));
    const overflow = (): never => overflow();
    engine.classes.handle('c.Subject').cls = Object.assign(class {}, { 'go()': overflow });
    expect(() => call(engine, 'Subject', 'go()')).toThrow(LimitError);
  });

  test('depth is that of the catch again after an exception from below', () => {
    const source = `public class Subject {
      static void deep(Integer n) { if (n == 0) { Integer i; i++; } deep(n - 1); }
      public static Integer result() {
        Integer caught = 0;
        for (Integer i = 0; i < 10; i++) { try { deep(300); } catch (NullPointerException e) { caught++; } }
        return caught;
      }
    }`;
    expect(run([source], 'Subject', 'result()', { mode })).toBe(10);
  });

  test('an exception knows its line and its trace', () => {
    const source = `public class Subject {
  public class Part {
    public void fail() {
      Integer i;
      i++;
    }
  }
  public static String result() {
    try {
      new Part().fail();
    } catch (Exception e) {
      return e.getLineNumber() + ' ' + e.getStackTraceString();
    }
    return null;
  }
}`;
    expect(run([source], 'Subject', 'result()', { mode, library: LIBRARY })).toBe(
      '5 Class.Subject.Part.fail: line 5, column 1\nClass.Subject.result: line 10, column 1'
    );
  });
});

test('an exception of the project gets its constructors for free', () => {
  const source = `public class Subject {
    public virtual class BaseException extends Exception { public Integer message = 3; }
    public class LeafException extends BaseException { }
    public static String result() {
      String out = '';
      try { throw new LeafException('leaf'); } catch (BaseException e) { out += e.getMessage() + e.message; }
      try { throw new BaseException(); } catch (LeafException e) { out += 'wrong'; } catch (Exception e) { out += e.getMessage(); }
      return out;
    }
  }`;
  expect(run([source], 'Subject', 'result()', { library: LIBRARY })).toBe('leaf3null');
});

test('runAs changes the user inside its block only, however the block is left', () => {
  const source = `public class Subject {
    static String result(Integer way) {
      System.runAs(new User()) { if (way == 0) { return UserInfo.getUserName(); } if (way == 1) { throw new NullPointerException(); } }
      return 'after ' + UserInfo.getUserName();
    }
    public static String result() {
      String out = result(0) + ' ' + UserInfo.getUserName() + ' ';
      try { result(1); } catch (Exception e) { out += UserInfo.getUserName(); }
      return out + ' ' + result(2);
    }
  }`;
  const library = [
    ...implement('System.UserInfo', { 'getUserName()': (rt) => rt.tx.user.username }),
    ...implement('System.NullPointerException', {
      '<init>()': () => new ApexException('System.NullPointerException')
    })
  ];
  const data = { newSObject: () => ({}) };
  const userOf = () => ({ username: 'other' }) as OrgUser;
  expect(run([source], 'Subject', 'result()', { library, data, userOf, schema: accountSchema() })).toBe(
    'other tester tester after tester'
  );
});
