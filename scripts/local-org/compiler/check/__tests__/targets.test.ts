import type { Expression } from '../../ast';
import { analyseClasses, locals } from '../../__tests__/support';

function target(expression: Expression | undefined): unknown {
  return expression && 'target' in expression ? expression.target : undefined;
}

test('names bind without case to the spelling of their declaration', () => {
  const found = locals('Integer Total = 1; Integer a = TOTAL; String s = STRING.VALUEOF(a);');

  expect(target(found.get('a'))).toEqual({
    kind: 'local',
    variable: { name: 'Total', type: { name: 'Integer', args: [] } }
  });
  expect(target(found.get('s'))).toMatchObject({
    owner: 'String',
    key: 'valueOf(Integer)',
    static: true,
    receiver: 'none'
  });
});

test('a list row that is not queried for is one row by demand', () => {
  const found = locals(
    "Account one = [SELECT Id FROM Account]; Account two = Database.query('SELECT Id FROM Account'); List<Account> all = [SELECT Id FROM Account];"
  );

  expect(found.get('one')).toMatchObject({ kind: 'soql', single: true, type: { name: 'Schema.Account' } });
  expect(found.get('two')).toMatchObject({ kind: 'call', single: true });
  expect(found.get('all')).not.toHaveProperty('single');
});

test('a field straight from a query reads one row', () => {
  const found = locals('String name = [SELECT Name FROM Account].Name; Integer n = [SELECT Id FROM Account].size();');

  expect(found.get('name')).toMatchObject({
    receiver: { single: true },
    target: { kind: 'sobject-field', name: 'Name' }
  });
  expect(found.get('n')).toMatchObject({ target: { owner: 'List', key: 'size()' } });
});

test('queries have the type of what they give', () => {
  const found = locals(
    'Integer n = [SELECT COUNT() FROM Account]; Object g = [SELECT COUNT(Id) c FROM Account]; Object l = [SELECT Id FROM Account];'
  );

  expect(found.get('n')?.type).toEqual({ name: 'Integer', args: [] });
  expect(found.get('g')?.type?.args[0]?.name).toBe('Schema.AggregateResult');
  expect(found.get('l')?.type?.args[0]?.name).toBe('Schema.Account');
});

test('objects of the own namespace answer to their short names and get their full ones', () => {
  const found = locals(
    'Ticket__c t = new Ticket__c(Count__c = 1); Decimal n = t.Count__c; String a = t.Owner_Account__r.Name; Object k = Ticket__c.Count__c;'
  );

  expect(found.get('t')).toMatchObject({
    kind: 'new-sobject',
    type: { name: 'Schema.acme__Ticket__c' },
    fields: [{ resolved: 'acme__Count__c' }]
  });
  expect(target(found.get('n'))).toMatchObject({ object: 'acme__Ticket__c', name: 'acme__Count__c' });
  expect(found.get('a')).toMatchObject({
    receiver: { target: { relationship: 'parent' } },
    target: { object: 'Account' }
  });
  expect(target(found.get('k'))).toEqual({
    kind: 'sobject-field-token',
    object: 'acme__Ticket__c',
    field: 'acme__Count__c'
  });
});

test('tokens and describes of objects and fields have targets of their own', () => {
  const found = locals(
    'Object a = Account.SObjectType; Object b = SObjectType.Account; Object c = Schema.SObjectType.Account.fields.Name; Object d = Account.SObjectType.fields.Name;'
  );

  expect(target(found.get('a'))).toEqual({ kind: 'sobject-type', object: 'Account' });
  expect(target(found.get('b'))).toEqual({ kind: 'sobject-describe', object: 'Account', field: undefined });
  expect(target(found.get('c'))).toEqual({ kind: 'sobject-describe', object: 'Account', field: 'Name' });
  expect(target(found.get('d'))).toEqual({ kind: 'sobject-field-token', object: 'Account', field: 'Name' });
});

test('settings have the static methods of their kind', () => {
  const found = locals('Switches__c s = Switches__c.getOrgDefaults(); Map<String, Rule__c> all = Rule__c.getAll();');

  expect(target(found.get('s'))).toMatchObject({
    kind: 'platform',
    owner: 'System.CustomSettingMethods',
    key: 'getOrgDefaults()'
  });
  expect(target(found.get('all'))).toMatchObject({
    owner: 'System.CustomSettingMethods',
    key: 'getAll()',
    static: true
  });
});

test('enums of the platform and of the project share their methods', () => {
  const found = locals(
    "LoggingLevel l = LoggingLevel.valueOf('INFO'); String n = l.name(); List<LoggingLevel> all = LoggingLevel.values();"
  );

  expect(target(found.get('l'))).toMatchObject({ owner: 'System.EnumMethods', key: 'valueOf(String)', static: true });
  expect(target(found.get('n'))).toMatchObject({ owner: 'System.EnumMethods', key: 'name()', static: false });
  expect(found.get('all')?.type).toMatchObject({ name: 'List', args: [{ name: 'System.LoggingLevel' }] });
});

test('labels keep the namespace they come from', () => {
  const found = locals('String own = System.Label.Hello; String brief = Label.Hello; String other = Label.acme.Hello;');

  for (const name of ['own', 'brief', 'other']) {
    expect(target(found.get(name))).toEqual({ kind: 'label', namespace: 'acme', name: 'Hello' });
  }
});

test('inside its accessor a property is its backing field, elsewhere it is not', () => {
  const { units, problems } = analyseClasses({
    'A.cls': 'public class A { Integer x { get { return x; } set { x = value; } } Integer f() { return x; } }'
  });
  const text = JSON.stringify(units[0]?.unit.declaration);

  expect(problems).toEqual([]);
  expect(text.match(/"property":true,"backing":true/g)).toHaveLength(2);
  expect(text.match(/"property":true,"backing":false/g)).toHaveLength(1);
});

test('in a trigger the new rows are rows of its object', () => {
  const trigger = 'trigger T on Account (before insert) { for (Account a : Trigger.new) { a.Name = a.Name + 1; } }';

  expect(analyseClasses({ 'T.trigger': trigger }).problems).toEqual([]);
});

test('a custom exception has the constructors that it does not declare', () => {
  const { units, problems } = analyseClasses({
    'A.cls':
      "public class A { class BadException extends Exception { } Exception e = new BadException('x', new BadException()); }"
  });
  const info = units[0]?.classes.find((each) => each.name === 'acme.A.BadException');

  expect(problems).toEqual([]);
  expect(info?.constructors.map((constructor) => constructor.key)).toEqual([
    '<init>()', '<init>(String)', '<init>(System.Exception)', '<init>(String,System.Exception)'
  ]); // prettier-ignore
  expect(info?.supertypes.map((type) => type.name)).toEqual(['System.Exception']);
});

test('a query is the row that a parameter wants, unless something takes a list', () => {
  const text =
    'public class A { static void f(SObject row) { } static void g(Object row) { } static { f([SELECT Id FROM Account]); g([SELECT Id FROM Contact]); } }';
  const { units, problems } = analyseClasses({ 'A.cls': text });
  const [, first, second] = JSON.stringify(units[0]?.unit.declaration).split('"kind":"soql"');

  expect(problems).toEqual([]);
  expect([first, second].map((query) => query?.includes('"single":true'))).toEqual([true, false]);
});

test('a name of an object and of a class of static methods means the object, and its calls the class', () => {
  const found = locals(
    'BusinessHours b = new BusinessHours(); Datetime d = BusinessHours.nextStartDate(b.Id, Datetime.now());'
  );

  expect(found.get('b')?.type?.name).toBe('Schema.BusinessHours');
  expect(target(found.get('d'))).toMatchObject({ kind: 'platform', owner: 'System.BusinessHours', static: true });
});
