import { BOXES, DEPOT, field, object } from '../../fidelity/__tests__/depot';
import { apexFiles, compileLab, runTestsOn } from '../../fidelity/__tests__/lab';
import type { TextFile } from '../../project/xml';

const NAME = '<nameField><label>Name</label><type>Text</type></nameField>';
const LOOKUP = (to: string): string =>
  `<type>MetadataRelationship</type><referenceTo>${to}</referenceTo><relationshipName>R</relationshipName>`;

function record(type: string, name: string, values: Readonly<Record<string, string>>): TextFile {
  const texts = Object.entries(values).map(
    ([key, value]) => `<values><field>${key}</field><value>${value}</value></values>`
  );
  return {
    path: `force-app/main/customMetadata/${type}.${name}.md-meta.xml`,
    text: `<CustomMetadata><label>${name}</label>${texts.join('')}</CustomMetadata>`
  };
}

/** What public projects have, and this project's own package has not. */
const METADATA: readonly TextFile[] = [
  ...DEPOT,
  object('Case_File__c', `${NAME}<sharingModel>Private</sharingModel>`),
  object('Route__mdt', ''),
  field('Route__mdt', 'Next__c', LOOKUP('Route__mdt')),
  field('Route__mdt', 'Of__c', LOOKUP('EntityDefinition')),
  record('Route', 'First', { Next__c: 'Second', Of__c: 'Account' }),
  record('Route', 'Second', {}),
  {
    path: 'force-app/main/objects/Case_File__c/sharingReasons/Team__c.sharingReason-meta.xml',
    text: '<SharingReason><fullName>Team__c</fullName><label>Team</label></SharingReason>'
  },
  { path: 'force-app/main/pages/Hello.page-meta.xml', text: '<ApexPage><label>Hello</label></ApexPage>' },
  { path: 'force-app/main/dw/shout.dwl-meta.xml', text: '<DataWeaveResource/>' }
];

const LANGUAGE = `@IsTest private class LanguageTest {
  public virtual class Base { public final String kind; protected List<Integer> numbers; }
  public class Own extends Base {
    public Integer size { get { return numbers.size(); } }
    public Own() { this.kind = 'own'; this.numbers = new List<Integer>{ 1 }; }
  }
  @IsTest static void clonesAreShallow() {
    Own original = new Own();
    Own copy = original.clone();
    original.numbers.add(2);
    Assert.areEqual('own', copy.kind, 'the value of a field');
    Assert.areEqual(2, copy.size, 'the list is shared');
    Assert.isFalse(copy === original, 'another object');
  }
  @IsTest static void computedPropertiesAreNotReadBack() {
    Own copy = (Own) JSON.deserialize(JSON.serialize(new Own()), Own.class);
    Assert.areEqual(1, copy.size, 'computed');
  }
  @IsTest static void datesAsObjectsCarryATime() {
    Object day = Date.newInstance(2026, 1, 2);
    Assert.areEqual('2026-01-02 00:00:00', String.valueOf(day), 'as Object');
    Assert.areEqual('2026-01-02', String.valueOf((Date) day), 'as Date');
  }
  @IsTest static void levelsRankFromFinestToNone() {
    Assert.isTrue(LoggingLevel.FINEST.ordinal() < LoggingLevel.ERROR.ordinal(), 'finest before error');
    Assert.isTrue(LoggingLevel.ERROR.ordinal() < LoggingLevel.NONE.ordinal(), 'error before none');
  }
  @IsTest static void checkCharactersMayAskTheImpossible() {
    Id first = '0066g00003VDGbF001';
    Assert.areNotEqual(first, (Id) '0066g00003VDGbF002', 'two ids');
  }
}`;

const DATA = `@IsTest private class DataTest {
  @IsTest static void childrenOfAHierarchy() {
    Account parent = new Account(Name = 'p');
    insert parent;
    insert new Account(Name = 'c', ParentId = parent.Id);
    Account found = [SELECT (SELECT Name FROM ChildAccounts) FROM Account WHERE Id = :parent.Id];
    Assert.areEqual('c', found.ChildAccounts[0].Name, 'the child');
  }
  @IsTest static void lookupsToAnything() {
    Account parent = new Account(Name = 'p');
    insert parent;
    insert new Task(WhatId = parent.Id, Subject = 's');
    Assert.areEqual(1, [SELECT COUNT() FROM Task WHERE WhatId = :parent.Id], 'the task');
  }
  @IsTest static void metadataPointsAtMetadata() {
    Route__mdt second = Route__mdt.getInstance('Second');
    Assert.areEqual(second.Id, Route__mdt.getInstance('First').Next__c, 'an id');
    String of = Route__mdt.getInstance('First').Of__c;
    Assert.areEqual('account', of.toLowerCase(), 'a name');
  }
  @IsTest static void sharesAreRows() {
    Case_File__c file = new Case_File__c(Name = 'f');
    insert file;
    insert new Case_File__Share(ParentId = file.Id, UserOrGroupId = UserInfo.getUserId(), AccessLevel = 'Edit',
      RowCause = Schema.Case_File__Share.RowCause.Team__c);
    Assert.areEqual('Team__c', [SELECT (SELECT RowCause FROM Shares) FROM Case_File__c].Shares[0].RowCause, 'the cause');
  }
  @IsTest static void pagesAreReferences() { Assert.areEqual('/apex/Hello', Page.hello.getUrl(), 'the page'); }
  @IsTest static void idsHaveTheirLength() { Assert.areEqual(18, Account.Id.getDescribe().getLength(), 'length'); }
  @IsTest static void somePrefixesDoNotExist() {
    Assert.isNull(UserRecordAccess.SObjectType.getDescribe().getKeyPrefix(), 'no prefix');
  }
  @IsTest static void inventedPrefixesStayInside() { ConferenceNumber.SObjectType.getDescribe().getKeyPrefix(); }
  @IsTest static void flowsDoNotRun() {
    Assert.areEqual('Flow.Interview.Any', Flow.Interview.Any.class.getName(), 'named');
    new Flow.Interview.Any(new Map<String, Object>()).start();
  }
  @IsTest static void scriptsDoNotRun() { new DataWeaveScriptResource.shout().execute(null); }
  @IsTest static void typesUnknownToJson() { JSON.deserialize('{}', Invocable.Action.Result.class); }
  @IsTest static void whoMadeTheProfiles() {
    Assert.isNotNull([SELECT CreatedById FROM Profile LIMIT 1].CreatedById, 'somebody');
  }
}`;

const QUEUE = `public class Keeper implements Queueable {
  public QueueableContext context; public AsyncOptions options; Integer left;
  public Keeper(Integer left) { this.left = left; }
  public void execute(QueueableContext context) {
    this.context = context;
    insert new Account(Name = 'run ' + left);
    options = new AsyncOptions();
  }
}`;

const QUEUE_TEST = `@IsTest private class KeeperTest {
  @IsTest static void contextsAndOptionsAreSerialized() {
    Keeper keeper = new Keeper(1);
    keeper.execute(null);
    Test.startTest();
    System.enqueueJob(keeper);
    Test.stopTest();
    Assert.areEqual(2, [SELECT COUNT() FROM Account], 'both ran');
  }
}`;

test('what public projects rely on works, or names itself', () => {
  const { inventedPrefixesStayInside, flowsDoNotRun, scriptsDoNotRun, typesUnknownToJson, ...others } = runTestsOn(
    METADATA,
    BOXES,
    LANGUAGE,
    DATA,
    QUEUE,
    QUEUE_TEST
  );

  expect(inventedPrefixesStayInside).toMatch(/getKeyPrefix\(\) of ConferenceNumber, .* is not supported/);
  expect(flowsDoNotRun).toMatch(/Flow\.Interview\.Any\.<init>.* is not supported/);
  expect(scriptsDoNotRun).toMatch(/DataWeaveScriptResource\.shout\.<init>\(\) is not supported/);
  expect(typesUnknownToJson).toMatch(/deserialize\(String,Type\) into Invocable\.Action\.Result is not supported/);
  expect(Object.entries(others).filter(([, outcome]) => outcome !== 'passed')).toEqual([]);
  expect(Object.keys(others)).toHaveLength(14);
});

test.each([
  ['a page that is not there', 'Object o = Page.Missing;', 'Page Missing does not exist'],
  ['a script that is not there', 'Object o = new DataWeaveScriptResource.lost();', 'Invalid type'],
  ['a reason that is not there', 'Object o = Case_File__Share.RowCause.Lost__c;', 'Variable does not exist: Lost__c'],
  ['the shares of a public object', 'Box__Share s;', 'Invalid type: Box__Share']
])('%s is a problem', (_what, statement, problem) => {
  const files = [...METADATA, ...apexFiles([`public class Sample { void run() { ${statement} } }`])];
  expect(() => compileLab([{ namespace: '', files }], 'plain')).toThrow(problem);
});
