import { inMethod, messages } from '../../__tests__/support';

/** [what is wrong, statements from line 2 on, the problem]. */
const STATEMENTS: readonly (readonly [string, string, string])[] = [
  ['an unknown variable', 'o = missing;', '2:5 Variable does not exist: missing'],
  ['an unknown method', `Integer n = lost('x');`, '2:13 Method does not exist or incorrect signature: void lost(String) from the type acme.Sample'],
  ['wrong arguments for a platform method', `'abc'.indexOf(true);`, '2:7 Method does not exist or incorrect signature: void indexOf(Boolean) from the type String'],
  ['an unknown type', 'Foo x;', '2:1 Invalid type: Foo'],
  ['a list without its element type', 'List x;', '2:1 Invalid type arguments: List'],
  ['an illegal assignment', `Integer n = 'x';`, '2:9 Illegal assignment from String to Integer'],
  ['a narrowing assignment', 'Integer n = 5L;', '2:9 Illegal assignment from Long to Integer'],
  ['a set of subtypes', 'Set<Object> all = new Set<String>();', '2:13 Illegal assignment from Set<String> to Set<Object>'],
  ['an SObject as a row', 'SObject some = row; Account a = some;', '2:29 Illegal assignment from SObject to Account'],
  ['a duplicate variable', 'Integer n; { String N; }', '2:21 Duplicate variable: N'],
  ['a condition that is no Boolean', 'if (1) { o = null; }', '2:5 Condition expression must be of type Boolean: Integer'],
  ['a returned value in a void method', 'return 1;', '2:1 Void method must not return a value'],
  ['statements after a return', 'return; o = null;', '2:9 Unreachable statement'],
  ['a break outside a loop', 'break;', '2:1 Break statement must be in loop'],
  ['a thrown string', `throw 'x';`, '2:1 Throw expression must be of type exception: String'],
  ['a caught class that is no exception', 'try { o = 1; } catch (String e) { o = 2; }', '2:30 Catch block variable must be of type exception: String'],
  ['a catch that an earlier one covers', 'try { o = 1; } catch (Exception e) { o = 2; } catch (DmlException e) { o = 3; }', '2:67 Exception type already caught: DmlException'],
  ['an impossible cast', 'o = (Integer) row.Name;', '2:5 Incompatible types since an instance of String is never an instance of Integer'],
  ['an impossible instanceof', 'Boolean b = row instanceof Contact;', '2:13 Operation instanceof is always false since an instance of Account is never an instance of Contact'],
  ['parentheses that read as a cast', 'Integer a = 3; Integer n = (a) - 1;', '2:28 (a) followed by a sign reads as a cast: leave out the parentheses around a'],
  ['incomparable operands', `Boolean b = 1 == 'x';`, '2:13 Comparison arguments must be compatible types: Integer, String'],
  ['logic on numbers', 'Boolean b = true && 1;', '2:13 Logical operator can only be applied to Boolean'],
  ['arithmetic on Booleans', 'Integer n = true - 1;', '2:13 Arithmetic expressions must use numeric arguments'],
  ['branches of different types', `Object x = o == null ? 'a' : 1;`, '2:12 Incompatible types in ternary operator: Integer, String'],
  ['an instance method from static code', 'toString();', '2:1 Non static method cannot be referenced from a static context: String Object.toString()'],
  ['this in static code', 'o = this;', '2:5 This cannot be referenced in a static context'],
  ['an unknown field of a row', 'row.Bogus__c = 1;', '2:5 Variable does not exist: Bogus__c'],
  ['an unknown field in a constructor', 'o = new Account(Bogus = 1);', '2:5 Field does not exist: Bogus on Account'],
  ['an unknown field token', 'o = Account.Bogus;', '2:13 Variable does not exist: Bogus'],
  ['a constructor that is not there', 'o = new Http(1);', '2:5 Constructor not defined: [Http].<Constructor>(Integer)'],
  ['a new interface', 'o = new Queueable();', '2:5 Type cannot be constructed: Queueable'],
  ['DML on a string', `insert 'x';`, '2:1 DML requires SObject or SObject list type: String'],
  ['an upsert by an unknown field', 'upsert row Bogus__c;', '2:1 Field does not exist: Bogus__c on Account'],
  ['a loop over a number', 'for (Integer i : 5) { o = i; }', '2:1 Loop must iterate over collection: Integer'],
  ['a loop variable of another type', 'for (Integer i : rows) { o = i; }', '2:1 Invalid loop variable type expected Account was Integer'],
  ['an expression that does nothing', 'o == null;', '2:1 Expression cannot be a statement.'],
  ['an index into a set', 'Set<String> s; o = s[0];', '2:20 Expression must be a list type: Set<String>'],
  ['a switch on a list', 'switch on rows { when null { o = 1; } }', '2:11 List<Account> is not a valid switch expression type'],
  ['an unknown enum value in a switch', 'LoggingLevel l; switch on l { when LOUD { o = 1; } }', '2:36 Variable does not exist: LOUD'],
  ['a when value twice', 'switch on 5 { when 1 { o = 1; } when 1 { o = 2; } }', '2:1 1 occurs as more than one when branch for this switch statement'],
  ['an exact comparison of values', `Boolean b = 'x' === 'y';`, '2:13 Exact equality operator only allowed for reference types: String'],
  ['an exact comparison with null', 'Boolean b = o === null;', '2:13 Comparison arguments must be compatible types: Object, NULL'],
  ['an order among Booleans', 'Boolean b = true < false;', '2:13 Inequality operator not allowed for this type: Boolean'],
  ['a condition that is null', 'if (null) { o = 1; }', '2:5 Condition expression must be of type Boolean: NULL'],
  ['an instanceof that cannot fail', 'Boolean b = row instanceof SObject;', '2:13 Operation instanceof is always true since an instance of Account is always an instance of SObject'],
  ['a static platform method on a value', `o = 'a'.valueOf(1);`, '2:9 Static method cannot be referenced from a non static context: String String.valueOf(Integer)'],
  ['an instance method on a platform type', 'o = String.length();', '2:12 Non static method cannot be referenced from a static context: Integer String.length()'],
  ['a field named twice', `o = new Account(Name = 'a', name = 'b');`, '2:5 Duplicate field initialization: name'],
  ['a modifier on a local', 'private Integer n = 1;', '2:17 private is not allowed on locals'],
  ['a reserved name', 'Integer group = 1;', '2:9 Identifier name is reserved: group'],
  ['a keyword as a name', 'Integer select = 1;', `2:9 Unexpected token 'select'.`],
  ['a name with a trailing underscore', 'Integer n_ = 1;', '2:9 Invalid character in identifier: n_'],
  ['what follows two branches that return', 'if (o == null) { return; } else { return; } o = 1;', '2:45 Unreachable statement'],
  ['a switch on an Object', 'switch on o { when null { o = 1; } }', '2:11 Object is not a valid switch expression type'],
  ['a when else before a when', 'switch on 1 { when else { o = 1; } when 1 { o = 2; } }', `2:1 'when else' must be the last when block`],
  ['a variable in a when', 'Integer n = 1; switch on 1 { when n { o = 1; } }', '2:35 Variable does not exist: n'],
  ['a map with other keys', 'Map<Id, Account> m = new Map<String, Account>();', '2:18 Illegal assignment from Map<String,Account> to Map<Id,Account>'],
  ['a new Object', 'o = new Object();', '2:5 Type cannot be constructed: Object'],
  ['an assigned void', 'Object x = System.abortJob(null);', '2:8 Illegal assignment from void to Object'],
  ['an unknown column', 'o = [SELECT Id, Bogus__c FROM Account];', "2:17 No such column 'Bogus__c' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."],
  ['an unknown column of a parent', 'o = [SELECT Id, Owner.Bogus FROM Account];', "2:23 No such column 'Bogus' on entity 'User'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."],
  ['an unknown column in a condition', 'o = [SELECT Id FROM Account WHERE Bogus = 1];', "2:35 No such column 'Bogus' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."],
  ['an unknown object', 'o = [SELECT Id FROM Bogus__c];', "2:21 sObject type 'Bogus__c' is not supported."],
  ['an unknown child relationship', 'o = [SELECT Id, (SELECT Id FROM Bogus) FROM Account];', "2:33 Didn't understand relationship 'Bogus' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name."],
  ['an ungrouped field', 'o = [SELECT Name, COUNT(Id) FROM Account GROUP BY Industry];', '2:13 Field must be grouped or aggregated: Name'],
  ['a literal of the wrong kind', `o = [SELECT Id FROM Account WHERE IsDeleted = 'x'];`, "2:35 value of filter criterion for field 'IsDeleted' must be of type boolean"],
  ['a single value bound to IN', `o = [SELECT Id FROM Account WHERE Name IN :row.Name];`, '2:48 Invalid bind expression type of String for IN'],
  ['an unknown bind variable', 'o = [SELECT Id FROM Account WHERE Name = :missing];', '2:43 Variable does not exist: missing']
]; // prettier-ignore

test.each(STATEMENTS)('%s is a problem at its token', (_what, statements, problem) => {
  expect(messages({ 'Sample.cls': inMethod(statements) })).toEqual([problem]);
});

/** [what is wrong, classes by file, the problem]. */
const CLASSES: readonly (readonly [string, string, string])[] = [
  ['a missing return', 'public class A { Integer f(Boolean b) { if (b) { return 1; } } }', '1:26 Missing return statement required return type: Integer'],
  ['a wrong return type', `public class A { Integer f() { return 'x'; } }`, '1:32 Illegal conversion from String to Integer'],
  ['an unimplemented interface method', 'public class A implements Comparable { }', '1:14 Class acme.A must implement the method: Integer Comparable.compareTo(Object)'],
  ['an unimplemented abstract method', 'public class A { abstract class B { abstract void f(); } class C extends B { } }', '1:64 Class acme.A.C must implement the abstract method: void acme.A.B.f()'],
  ['a private implementation of an interface', 'public class A implements Comparable { Integer compareTo(Object o) { return 0; } }', '1:14 acme.A: Overriding implementations of global or public interface methods must be global or public: Integer Comparable.compareTo(Object)'],
  ['another return type than inherited', 'public class A { virtual class B { public virtual void f() { } } class C extends B { public override Integer f() { return 1; } } }', '1:110 Method return types clash: Integer vs void from the type acme.A.C'],
  ['an override of a method that is not virtual', 'public class A { virtual class B { public void f() { } } class C extends B { public override void f() { } } }', '1:99 Non-virtual, non-abstract methods cannot be overridden: void acme.A.C.f()'],
  ['an extended interface', 'public class A { interface B { } class C extends B { } }', '1:50 Invalid class: B'],
  ['an implemented class', 'public class A { virtual class B { } class C implements B { } }', '1:57 Invalid interface: B'],
  ['a static member of an inner class', 'public class A { class B { static Integer x; } }', '1:43 static can only be used on fields of a top level type'],
  ['a private top-level class', 'class A { }', '1:7 Top-level type must have public or global visibility'],
  ['a test method with a parameter', '@IsTest class A { @IsTest static void f(Integer n) { } }', '1:39 Test methods must have no arguments'],
  ['a global member of a public class', 'public class A { global static void f() { } }', '1:37 Defining type for global methods must be declared as global'],
  ['an inner type of an inner type', 'public class A { class B { enum C { X } } }', '1:33 Inner types are not allowed to have inner types'],
  ['a body on an abstract method', 'public abstract class A { abstract void f() { } }', '1:41 Abstract methods cannot have a body'],
  ['a method without a body', 'public class A { void f(); }', '1:23 Method must have a body'],
  ['a constructor of another name', 'public class A { B() { } }', '1:18 Invalid constructor name: B'],
  ['a syntax error', 'public class A { void f() { o = ; } }', "1:33 mismatched input ';'"],
  ['a number beyond Integer', 'public class A { Long x = 3000000000; }', '1:27 Illegal integer'],
  ['a duplicate field', 'public class A { Integer x; String X; }', '1:36 Duplicate field: X'],
  ['a duplicate method', 'public class A { void f(Integer a) { } void F(Integer b) { } }', '1:45 Method already defined: F void acme.A.F(Integer) from the type acme.A'],
  ['a changed final field', 'public class A { final Integer x; void f() { x = 1; } }', '1:46 Final members can only be assigned in their declaration, init blocks, or constructors: x'],
  ['a property without a setter', 'public class A { Integer x { get { return 1; } } void f() { x = 1; } }', '1:61 Variable is not visible: acme.A.x'],
  ['an unknown annotation', '@IsTset public class A { }', '1:1 Annotation does not exist: IsTset'],
  ['an exception by another name', 'public class A extends Exception { }', '1:14 Classes extending Exception must have a name ending in Exception: acme.A'],
  ['an abstract instance', 'public class A { abstract class B { } Object o = new B(); }', '1:50 Abstract classes cannot be constructed: acme.A.B'],
  ['an extended final class', 'public class A { class B { } class C extends B { } }', '1:36 Non-virtual and non-abstract type cannot be extended: acme.A.B'],
  ['an override without the keyword', 'public class A { virtual class B { public virtual void f() { } } class C extends B { public void f() { } } }', '1:98 Method must use the override keyword: void acme.A.C.f()'],
  ['an override of nothing', 'public class A { public override void f() { } }', '1:39 @Override specified for non-overriding method: void acme.A.f()'],
  ['a missing super constructor', 'public class A { virtual class B { B(Integer n) { } } class C extends B { } }', '1:61 No default constructor available in super type: acme.A.B'],
  ['a late super call', 'public class A { A() { Integer n = 1; this(n); } A(Integer n) { } }', "1:39 Call to 'this()' must be the first statement in a constructor method"],
  ['a non-static AuraEnabled method', 'public class A { @AuraEnabled public Integer f() { return 1; } }', "1:46 Non static AuraEnabled methods must be named with a prefix 'get'"],
  ['a future method with a row', 'public class A { @future static void f(Account a) { } }', '1:38 Future methods do not support parameter type of Account'],
  ['an instance field from static code', 'public class A { Integer x; static void f() { x = 1; } }', '1:47 Variable does not exist: x'],
  ['an outer instance field from an inner class', 'public class A { Integer x; class B { void f() { x = 1; } } }', '1:50 Variable does not exist: x'],
  ['an endless loop where a value is wanted', 'public class A { Integer f() { while (true) { } } }', '1:26 Missing return statement required return type: Integer'],
  ['two scopes', 'public class A { public private Integer x; }', '1:41 Declarations can only have one scope'],
  ['a final method', 'public class A { public final void f() { } }', '1:36 methods are by default final'],
  ['a virtual property', 'public virtual class A { public virtual Integer x { get; } }', '1:49 virtual is not allowed on properties'],
  ['a new protected method of a class that nothing extends', 'public class A { protected void f() { } }', '1:33 New protected methods cannot be defined in non-virtual classes'],
  ['a setter wider than its property', 'public class A { Integer x { get; public set; } }', '1:42 Cannot declare public accessor on private property'],
  ['an override that hides', 'public class A { virtual class B { public virtual void f() { } } class C extends B { override void f() { } } }', '1:100 Cannot reduce the visibility of method: void acme.A.C.f()'],
  ['a toString of its own', `public class A { public String toString() { return ''; } }`, '1:32 Method must use the override keyword: String acme.A.toString()'],
  ['an exception that extends nothing', 'public class MyException { }', '1:14 Exception class must extend another Exception class: acme.MyException'],
  ['a field that is read before it is declared', 'public class A { Integer y = x; Integer x = 1; }', '1:30 Illegal forward reference: x'],
  ['a static block of an inner class', 'public class A { class B { static { } } }', '1:35 Inner types are not allowed to have static blocks'],
  ['a test method outside a test class', 'public class A { @IsTest static void f() { } }', '1:38 Defining type for IsTest methods must be declared as IsTest'],
  ['a null that fits two methods', 'public class A { void f(Date d) { } void f(Datetime d) { } void g() { f(null); } }', '1:71 Ambiguous method signature: void f(NULL)'],
  ['a circular hierarchy', 'public virtual class A extends A { }', '1:22 Circular definition: acme.A']
]; // prettier-ignore

test.each(CLASSES)('%s is a problem at its name', (_what, text, problem) => {
  expect(messages({ 'A.cls': text })).toEqual([problem]);
});

test('checking goes on after an error, and what depends on it stays silent', () => {
  const statements = 'Foo x = bar(); String s = x.name + x; Integer n = s;';

  const found = messages({ 'Sample.cls': inMethod(statements) });

  expect(found.map((message) => message.replace(/^\S+ /, '').split(':')[0])).toEqual([
    'Invalid type', 'Method does not exist or incorrect signature', 'Illegal assignment from String to Integer'
  ]); // prettier-ignore
});
