import { typeRef } from '../../../contracts/type-ref';
import { depotProgram, Lab } from '../../../fidelity/__tests__/lab';
import { ApexList } from '../../../runtime/list';
import { copyValue } from '../copy-state';

const program = depotProgram(
  `public virtual class Base { protected String inherited = 'base'; public String base() { return inherited; } }`,
  `public class Node extends Base {
    public String name;
    public transient String secret = 'secret';
    public Node next;
    public List<Integer> numbers;
    public Set<String> words = new Set<String>{ 'odd', 'even' };
    public Map<String, Node> byName = new Map<String, Node>();
    public Box__c box;
    public Http wire;
    public Node(String name) { this.name = name; inherited = 'changed'; }
    public static Node plain() {
      Node node = new Node('a');
      node.byName.put('b', new Node('b'));
      node.box = new Box__c(Name = 'box');
      return node;
    }
    public static Node ring() { Node a = new Node('a'); a.next = new Node('b'); a.next.next = a; return a; }
    public static List<Node> shared() {
      List<Integer> numbers = new List<Integer>{ 1, 2 };
      Node a = new Node('a');
      Node b = new Node('b');
      a.numbers = numbers;
      b.numbers = numbers;
      return new List<Node>{ a, b };
    }
    public static Node wired() { Node a = new Node('a'); a.wire = new Http(); return a; }
  }`
);

function setUp(method: string) {
  const { engine } = new Lab(program);
  // Objects are made inside a transaction, as statics and initialisers need one.
  const outer = engine.tx;
  engine.tx = engine.org.begin({ kind: 'anonymous', subject: 'test', user: engine.org.automatedProcess });
  const made = engine.drive(engine.callStaticWaiting('c.Node', `${method}()`, [])) as object;
  const get = (target: unknown, field: string): unknown => engine.classes.getField(target as object, field);
  return { engine, made, get, copy: () => copyValue(engine, made) as object, end: () => (engine.tx = outer) };
}

test('copies members of all levels, and leaves transient ones behind', () => {
  const { engine, made, copy, get } = setUp('plain');
  const twin = copy();
  expect(twin).not.toBe(made);
  expect([get(twin, 'name'), get(twin, 'secret'), get(twin, 'inherited')]).toEqual(['a', null, 'changed']);
  expect(engine.call(twin, 'base()', [])).toBe('changed');
  for (const field of ['words', 'byName', 'box']) expect(get(twin, field)).not.toBe(get(made, field));
});

test('keeps a ring a ring', () => {
  const { copy, get } = setUp('ring');
  const twin = copy();
  const next = get(twin, 'next');
  expect([get(next, 'name'), get(next, 'next') === twin]).toEqual(['b', true]);
});

test('keeps one list one list', () => {
  const { copy, get } = setUp('shared');
  const twins = copy();
  const [a, b] = twins instanceof ApexList ? twins.items : [];
  expect(get(a, 'numbers')).toBe(get(b, 'numbers'));
  expect((get(a, 'numbers') as ApexList).items).toEqual([1, 2]);
});

test('refuses what cannot be serialized, by name', () => {
  expect(setUp('wired').copy).toThrow('Not Serializable: System.Http');
});

test('leaves simple values alone', () => {
  const { engine } = new Lab(program);
  expect([copyValue(engine, null), copyValue(engine, 'x'), copyValue(engine, 3n)]).toEqual([null, 'x', 3n]);
  const empty = copyValue(engine, new ApexList(typeRef('String')));
  expect((empty as ApexList).items).toEqual([]);
});
