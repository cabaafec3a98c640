import { run, transaction, engineFor, compile, call } from '../../../engine/__tests__/apex';
import { answerSync } from '../../../drivers/sync';
import type { Transaction } from '../../../contracts/transaction';
import { pureLibrary } from '../../pure';
import { stubLibrary } from '../stub';

const GREETER = `public virtual class Greeter {
  String name; public Greeter(String name) { this.name = name; }
  public String greet(String who, Integer times) { return name + who; }
  public void note() { }
  public String twice(String who) { return hidden() + greet(who, 2); }
  private String hidden() { return 'real'; } }`;

const SPY = `public class Spy implements System.StubProvider {
  public List<String> calls = new List<String>(); public Object reply;
  public Object handleMethodCall(Object stub, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
    calls.add(returns.getName() + ' ' + name + names + types + args); return reply; } }`;

const library = { library: [...pureLibrary.flat(), ...stubLibrary.flat()] };

/** Stubs exist in tests only. */
function inTest(body: string, mode: 'plain' | 'generator' = 'plain'): unknown {
  const subject = `public class Subject { public static Object result() { Spy spy = new Spy(); ${body} } }`;
  const shape = 'public interface Shape { Integer area(); }';
  const engine = engineFor(compile([subject, GREETER, SPY, shape], { mode }), library);
  engine.effectHandler = answerSync;
  return call(engine, 'Subject', 'result()', [], { ...transaction(), test: {} } as Transaction);
}

test.each(['plain', 'generator'] as const)('every call of a stub reaches its provider: %s code', (mode) => {
  const body = `spy.reply = 'stubbed'; Greeter g = (Greeter) Test.createStub(Greeter.class, spy);
    g.note(); return g.greet('Ann', 3) + g.twice('Bob') + spy.calls;`;
  expect(inTest(body, mode)).toBe(
    'stubbedstubbed(void note()()(), String greet(who, times)(String, Integer)(Ann, 3), String twice(who)(String)(Bob))'
  );
});

test('an interface is stubbed too', () => {
  const body =
    'spy.reply = 42; Object o = Test.createStub(Shape.class, spy); return o instanceof Greeter ? -1 : ((Shape) o).area();';
  expect(inTest(body)).toBe(42);
});

test('a stub prints as a class of its own', () => {
  expect(inTest("return String.valueOf(Test.createStub(Greeter.class, spy)).split(':')[0];")).toBe(
    'Greeter__sfdc_ApexStub'
  );
});

test('an answer of the wrong type is a TypeException', () => {
  const body = `spy.reply = true; try { ((Shape) Test.createStub(Shape.class, spy)).area(); } catch (TypeException e) { return e.getMessage(); } return null;`;
  expect(inTest(body)).toBe('Invalid conversion from runtime type Boolean to Integer');
});

test('outside of tests there are no stubs', () => {
  const subject =
    'public class Subject { public static Object result() { return Test.createStub(Greeter.class, new Spy()); } }';
  expect(() => run([subject, GREETER, SPY], 'Subject', 'result()', library)).toThrow(/only be called from a test/);
});
