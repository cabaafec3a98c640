import { analysePackages, inMethod, messages, packageOf } from '../../__tests__/support';

const OWNER = `public class Owner {
  private static Integer hidden;
  @TestVisible private static Integer shown;
  private static void act() { }
  private class Part { }
  public Integer half { get; private set; }
}`;

test('private members are hidden from other classes', () => {
  const found = messages({
    'Owner.cls': OWNER,
    'Sample.cls': inMethod('o = Owner.hidden; Owner.act(); Owner.Part x;')
  });

  expect(found).toEqual([
    '2:11 Variable is not visible: acme.Owner.hidden',
    '2:25 Method is not visible: void acme.Owner.act()',
    '2:32 Type is not visible: Owner.Part'
  ]);
});

test('a test sees what is marked TestVisible, another class does not', () => {
  const use = (annotation: string): string =>
    `${annotation} public class Sample { static void f() { Owner.shown = 1; } }`;

  expect(messages({ 'Owner.cls': OWNER, 'Sample.cls': use('') })).toEqual([
    '1:48 Variable is not visible: acme.Owner.shown'
  ]);
  expect(messages({ 'Owner.cls': OWNER, 'Sample.cls': use('@IsTest') })).toEqual([]);
});

test('a private setter is for its own class only', () => {
  const found = messages({ 'Owner.cls': OWNER, 'Sample.cls': inMethod('new Owner().half = 1; o = new Owner().half;') });

  expect(found).toEqual(['2:13 Variable is not visible: acme.Owner.half']);
});

test('protected members reach subclasses, also from their inner classes, and nobody else', () => {
  const parent = 'public virtual class Parent { protected void f() { } }';
  const child = 'public class Child extends Parent { void g() { f(); } class Within { void h(Child c) { c.f(); } } }';

  expect(messages({ 'Parent.cls': parent, 'Child.cls': child, 'Sample.cls': inMethod('new Parent().f();') })).toEqual([
    '2:14 Method is not visible: void acme.Parent.f()'
  ]);
});

const MANAGED = packageOf(
  {
    'Shut.cls': 'public class Shut { public static void f() { } }',
    'Open.cls': 'global class Open { public static void f() { } global static void g() { } }'
  },
  'vendor',
  true
);

test('other packages see what is global only', () => {
  const own = packageOf({ 'Sample.cls': inMethod('vendor.Shut.f(); vendor.Open.f(); vendor.Open.g();') });

  const { problems } = analysePackages(MANAGED, own);

  expect(problems.map((problem) => problem.message)).toEqual([
    'Type is not visible: vendor.Shut',
    'Method is not visible: void vendor.Open.f()'
  ]);
});

test('a protected setting of another namespace does not exist', () => {
  const foreign = packageOf({ 'Sample.cls': 'public class Sample { acme__Switches__c s; acme__Rule__c r; }' }, 'other');

  expect(analysePackages(foreign).problems.map((problem) => problem.message)).toEqual([
    'Invalid type: acme__Switches__c'
  ]);
});

test('names of the own namespace win over the platform', () => {
  const shadow = 'public class Http { public Integer own; }';

  expect(
    messages({ 'Http.cls': shadow, 'Sample.cls': inMethod('o = new Http().own; new System.Http().own = 1;') })
  ).toEqual(['2:39 Variable does not exist: own']);
});
