import { proves } from '../catalogue';
import { BOXES } from './depot';
import { runTests } from './lab';

const CALLER = `public class Caller {
  public static Integer calls = 0;
  public static String send() {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://known.example');
    request.setMethod('GET');
    return new Http().send(request).getBody();
  }
}`;

const JOB = `public class Job implements Queueable, Schedulable, Database.AllowsCallouts {
  public void execute(QueueableContext context) {
    Caller.calls += 1;
    Boxes.add(AsyncInfo.getCurrentQueueableStackDepth() + ' ' + Caller.send());
    if (Boxes.count() < 3) System.enqueueJob(new Job());
  }
  public void execute(SchedulableContext context) { Boxes.add('scheduled'); }
}`;

const MOCK = `@IsTest public class Mock implements HttpCalloutMock {
  public HttpResponse respond(HttpRequest request) {
    HttpResponse response = new HttpResponse();
    response.setBody('mocked');
    return response;
  }
}`;

const TRIGGERS = [
  `trigger OnNow on Now__e (after insert) { for (Now__e e : Trigger.new) Boxes.add(e.Note__c + UserInfo.getUserType()); }`,
  `trigger OnLater on Later__e (after insert) { for (Later__e e : Trigger.new) Boxes.add(e.Note__c); }`
];

const WORK = `@IsTest private class WorkTest {
  @IsTest static void runsJobsAndEvents() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    Test.startTest();
    System.enqueueJob(new Job(), 5);
    System.schedule('x', '0 0 1 1 1 ?', new Job());
    EventBus.publish(new Now__e(Note__c = 'now '));
    EventBus.publish(new Later__e(Note__c = 'later'));
    Assert.areEqual('', Boxes.names());
    Test.stopTest();
    Assert.areEqual('1 mocked,later,now AutomatedProcess,scheduled', Boxes.names());
    Assert.areEqual(1, Caller.calls);
  }
  @IsTest static void chainFails() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    Test.startTest();
    System.enqueueJob(new Job());
    try { Test.stopTest(); Assert.fail('one job cannot queue another in a test'); }
    catch (AsyncException e) { Assert.areEqual('Maximum stack depth has been reached.', e.getMessage()); }
    Assert.areEqual('', Boxes.names());
  }
  @IsTest static void delivers() {
    EventBus.publish(new Later__e(Note__c = 'first'));
    Test.getEventBus().deliver();
    Assert.areEqual('first', Boxes.names());
  }
  @IsTest static void undone() {
    Savepoint point = Database.setSavepoint();
    System.enqueueJob(new Job());
    System.schedule('x', '0 0 1 1 1 ?', new Job());
    EventBus.publish(new Later__e(Note__c = 'later'));
    EventBus.publish(new Now__e(Note__c = 'now '));
    Database.rollback(point);
    Test.startTest();
    Test.stopTest();
    Assert.areEqual('now AutomatedProcess', Boxes.names());
  }
}`;

test(`${proves('test.stop-runs-jobs')}`, () => {
  expect(runTests(BOXES, CALLER, JOB, MOCK, ...TRIGGERS, WORK)).toEqual({
    runsJobsAndEvents: 'passed',
    chainFails: 'passed',
    delivers: 'passed',
    undone: 'passed'
  });
});

const ISOLATED = `@IsTest private class IsolatedTest {
  private static Integer statics = 0;
  @TestSetup static void setup() { Boxes.add('from setup'); statics = 1; Boxes.count(); }
  @IsTest static void first() {
    Assert.areEqual(0, statics, 'statics of the setup');
    Assert.areEqual(0, Limits.getQueries(), 'limits of the setup');
    Boxes.add('first');
    Cache.Org.getPartition('local.Store').put('key', 'value');
    Assert.areEqual('first,from setup', Boxes.names());
    statics = 5;
  }
  @IsTest static void second() {
    Assert.areEqual('from setup', Boxes.names());
    Assert.areEqual(0, statics);
    Assert.isNull(Cache.Org.getPartition('local.Store').get('key'));
  }
}`;

test(`${proves('test.isolation')}`, () => {
  const other = `@IsTest private class OtherTest { @IsTest static void other() { Assert.areEqual('', Boxes.names()); } }`;
  expect(runTests(BOXES, ISOLATED, other)).toEqual({ first: 'passed', second: 'passed', other: 'passed' });
});

const LIMITS = `@IsTest private class LimitsTest {
  @IsTest static void fresh() {
    for (Integer i = 0; i < 90; i++) Boxes.count();
    Boxes.add('before');
    Test.startTest();
    Assert.areEqual(0, Limits.getQueries());
    for (Integer i = 0; i < 90; i++) Boxes.count();
    Test.setMock(HttpCalloutMock.class, new Mock());
    Assert.areEqual('mocked', Caller.send());
    Test.stopTest();
    Assert.areEqual(90, Limits.getQueries());
  }
  @IsTest static void once() {
    Test.startTest();
    Test.stopTest();
    Test.startTest();
  }
}`;

test(`${proves('test.fresh-limits')}`, () => {
  expect(runTests(BOXES, CALLER, MOCK, LIMITS)).toEqual({
    fresh: 'passed',
    once: 'System.FinalException: Testing already started'
  });
});

const CALLS = `@IsTest private class CallsTest {
  @IsTest static void unmocked() { Caller.send(); }
  @IsTest static void mocked() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    Assert.areEqual('mocked', Caller.send());
  }
  @IsTest static void pending() {
    Test.setMock(HttpCalloutMock.class, new Mock());
    Boxes.add('x');
    try { Caller.send(); Assert.fail('DML came first'); }
    catch (CalloutException e) { Assert.isTrue(e.getMessage().startsWith('You have uncommitted work pending')); }
  }
}`;

test(`${proves('test.no-callouts')}`, () => {
  expect(runTests(BOXES, CALLER, MOCK, CALLS)).toEqual({
    unmocked: 'System.CalloutException: Methods defined as TestMethod do not support Web service callouts',
    mocked: 'passed',
    pending: 'passed'
  });
});

const RUN_AS = `@IsTest private class RunAsTest {
  @IsTest static void changesUser() {
    Schema.User integration = [SELECT Id FROM User WHERE Alias = 'integ'];
    String before = UserInfo.getLastName();
    String inside;
    System.runAs(integration) { inside = UserInfo.getLastName(); Boxes.add('of the integration user'); }
    Assert.areEqual('Integration', inside);
    Assert.areEqual(before, UserInfo.getLastName());
    Assert.areEqual('Integration', [SELECT CreatedBy.LastName FROM Box__c].CreatedBy.LastName);
  }
  @IsTest static void insertsANewUser() {
    Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
    Boxes.add('before');
    User fresh = new User(Username = 'new@org.example', LastName = 'New', Email = 'new@org.example', Alias = 'new',
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US',
      ProfileId = standard.Id);
    System.runAs(fresh) { Assert.areEqual('new@org.example', UserInfo.getUserName(), 'the user of the block'); }
    Assert.isNotNull(fresh.Id, 'the row has an id');
  }
  @IsTest static void restoresAfterErrors() {
    String before = UserInfo.getLastName();
    Schema.User integration = [SELECT Id FROM User WHERE Alias = 'integ'];
    try { System.runAs(integration) { Boxes.one('absent'); } }
    catch (QueryException e) { Assert.areEqual(before, UserInfo.getLastName()); }
  }
}`;

test(`${proves('test.run-as')}`, () => {
  expect(runTests(BOXES, RUN_AS)).toEqual({
    changesUser: 'passed',
    insertsANewUser: 'passed',
    restoresAfterErrors: 'passed'
  });
});

const READ_ONLY = `@IsTest private class ReadOnlyTest {
  @IsTest static void refusesWrites() {
    Test.setReadOnlyApplicationMode(true);
    Assert.areEqual(ApplicationReadWriteMode.READ_ONLY, System.getApplicationReadWriteMode());
    try { Boxes.add('x'); Assert.fail('a write in read-only mode'); }
    catch (InvalidReadOnlyUserDmlException e) { Assert.areEqual(0, Boxes.count()); }
    Test.setMock(HttpCalloutMock.class, new Mock());
    Assert.areEqual('mocked', Caller.send(), 'callouts still go out');
    Test.setReadOnlyApplicationMode(false);
    Boxes.add('x');
  }
}`;

test(`${proves('test.read-only')}`, () => {
  expect(runTests(BOXES, CALLER, MOCK, READ_ONLY)).toEqual({ refusesWrites: 'passed' });
});

const ASSERTS = `@IsTest private class AssertsTest {
  @IsTest static void caught() {
    try { Assert.fail('seen'); } catch (Exception e) { Boxes.add('caught'); }
  }
}`;

test(`${proves('test.assert-uncatchable')}`, () => {
  expect(runTests(BOXES, ASSERTS)['caught']).toContain('seen');
});

const UNSUPPORTED = `@IsTest private class UnsupportedTest {
  @IsTest static void swallowed() {
    try { Approval.lock('001000000000001AAA'); }
    catch (Exception e) { Assert.isTrue(true); }
    finally { Assert.fail('finally ran'); }
  }
  @IsTest static void other() { Assert.isTrue(true); }
}`;

test(`${proves('unsupported.stops')}`, () => {
  const { swallowed, other } = runTests(UNSUPPORTED);
  expect(swallowed).toMatch(/^System\.Approval\.lock\(Id\) is not supported by the local org/);
  expect(other).toBe('passed');
});
