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
  object('Parcel__c', NAME),
  {
    path: 'force-app/main/flows/Stamp.flow-meta.xml',
    text: '<Flow><start><object>Parcel__c</object><recordTriggerType>Create</recordTriggerType></start><status>Active</status></Flow>'
  },
  {
    path: 'force-app/main/workflows/Lead.workflow-meta.xml',
    text: '<Workflow><rules><fullName>Rank</fullName><actions><name>R</name><type>FieldUpdate</type></actions><active>true</active><triggerType>onAllChanges</triggerType></rules></Workflow>'
  },
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
  @IsTest static void resultsAreMadeOfJson() {
    Database.SaveResult result = (Database.SaveResult) JSON.deserialize(
      '{"success":false,"id":"001000000000001AAA","errors":[{"message":"no","statusCode":"UNKNOWN_EXCEPTION","fields":["Name"]}]}',
      Database.SaveResult.class
    );
    Assert.isFalse(result.isSuccess(), 'failed');
    Assert.areEqual('001000000000001AAA', result.getId(), 'id');
    Assert.areEqual(StatusCode.UNKNOWN_EXCEPTION, result.getErrors()[0].getStatusCode(), 'status');
    Database.MergeResult merged = (Database.MergeResult) JSON.deserialize(
      '{"success":true,"mergedRecordIds":["001000000000002AAA"]}', Database.MergeResult.class);
    Assert.areEqual('001000000000002AAA', merged.getMergedRecordIds()[0], 'merged');
    Assert.areEqual(0, merged.getUpdatedRelatedIds().size(), 'no children');
  }
  @IsTest static void placesAndRequests() {
    Location berlin = Location.newInstance(52.52, 13.405);
    Double km = berlin.getDistance(Location.newInstance(48.137, 11.575), 'km');
    Assert.isTrue(km > 500 && km < 510, 'Berlin to Munich: ' + km);
    Assert.areEqual(52.52, berlin.latitude, 'latitude');
    RestContext.request = new RestRequest();
    RestContext.request.addParameter('a', 'b');
    Assert.areEqual('b', RestContext.request.params.get('a'), 'parameter');
    Assert.areEqual(Quiddity.RUNTEST_SYNC, Request.getCurrent().getQuiddity(), 'a test');
    Assert.isNull(Network.getNetworkId(), 'outside of sites');
    Assert.areEqual(10, Limits.getLimitFetchCallsOnApexCursor(), 'limit');
  }
  @IsTest static void anUnknownUnitOfDistance() {
    try { Location.getDistance(Location.newInstance(0, 0), Location.newInstance(1, 1), 'ells'); Assert.fail('took ells'); }
    catch (IllegalArgumentException e) { Assert.isTrue(e.getMessage().contains('ells'), e.getMessage()); }
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
    String named = Route__mdt.getInstance('First').Of__c;
    Assert.areEqual('account', named.toLowerCase(), 'a name');
  }
  @IsTest static void sharesAreRows() {
    Case_File__c file = new Case_File__c(Name = 'f');
    insert file;
    insert new Case_File__Share(ParentId = file.Id, UserOrGroupId = UserInfo.getUserId(), AccessLevel = 'Edit',
      RowCause = Schema.Case_File__Share.RowCause.Team__c);
    Assert.areEqual('Team__c', [SELECT (SELECT RowCause FROM Shares) FROM Case_File__c].Shares[0].RowCause, 'the cause');
  }
  @IsTest static void collectionsBehindEquals() {
    insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b'), new Account(Name = 'c') };
    Set<String> names = new Set<String>{ 'a', 'c' };
    Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Name = :names], 'one of them');
    Assert.areEqual(1, Database.countQuery('SELECT COUNT() FROM Account WHERE Name != :names'), 'none of them');
  }
  @IsTest static void definitionsBehindMetadata() {
    Route__mdt first = [SELECT Of__r.QualifiedApiName, Of__r.DeveloperName FROM Route__mdt WHERE Of__r.QualifiedApiName = 'Account'];
    Assert.areEqual('Account', first.Of__r.QualifiedApiName, 'the object');
    Assert.isFalse(JSON.serialize(Route__mdt.getInstance('First')).contains('IsDeleted'), 'fields of its own only');
  }
  @IsTest static void definitionsAreNoRows() { List<EntityDefinition> all = [SELECT QualifiedApiName FROM EntityDefinition]; }
  @IsTest static void flowsOnRecords() { insert new Parcel__c(); }
  @IsTest static void workflowRules() { insert new Lead(LastName = 'l', Company = 'c'); }
  @IsTest static void documentsOfVersions() { insert new ContentVersion(Title = 't', PathOnClient = 't.txt'); }
  @IsTest static void childrenOfNamedParents() {
    Account parent = new Account(Name = 'p');
    insert parent;
    insert new Contact(LastName = 'c', AccountId = parent.Id);
    Account found = Database.query('SELECT (SELECT Id FROM Account.Contacts) FROM Account LIMIT 1');
    Assert.areEqual(1, found.Contacts.size(), 'the contact');
  }
  @IsTest static void longTextsAreCut() {
    Database.DMLOptions options = new Database.DMLOptions();
    options.AllowFieldTruncation = true;
    Box__c box = new Box__c(Name = 'n', Code__c = 'x'.repeat(90));
    Database.insert(box, options);
    Assert.areEqual(80, [SELECT Code__c FROM Box__c].Code__c.length(), 'cut');
  }
  @IsTest static void resultsAreWrittenToJson() {
    Database.SaveResult saved = Database.insert(new Account(Name = 'a'));
    Assert.areEqual('{"success":true,"id":"' + saved.getId() + '","errors":[]}', JSON.serialize(saved), 'a success');
    Database.SaveResult failed = Database.insert(new Account(), false);
    Assert.isTrue(JSON.serialize(failed).contains('"statusCode":"REQUIRED_FIELD_MISSING"'), JSON.serialize(failed));
  }
  @IsTest static void settingsGoWithEverything() {
    insert new Group(Name = 'g', DeveloperName = 'g');
    Prefs__c ofProfile = Prefs__c.getInstance(UserInfo.getProfileId());
    insert new List<Prefs__c>{ Prefs__c.getOrgDefaults(), ofProfile };
    Assert.areEqual(UserInfo.getProfileId(), ofProfile.SetupOwnerId, 'of the profile');
  }
  @IsTest static void classesHaveBodies() {
    Assert.isTrue([SELECT Body FROM ApexClass WHERE Name = 'Keeper'].Body.contains('implements Queueable'), 'the text');
    Assert.areEqual(1, [SELECT COUNT() FROM User WHERE UserType = 'AutomatedProcess' AND ProfileId = null], 'no profile');
    Assert.areEqual('Theme4d', UserInfo.getUiThemeDisplayed(), 'Lightning');
  }
  @IsTest static void recordsOfThePlatform() { List<StaticResource> all = [SELECT Body FROM StaticResource]; }
  @IsTest static void exceptionsKnowWhereTheyWereMade() {
    Integer line = new DmlException().getLineNumber();
    Assert.isTrue(line > 1, 'a line: ' + line);
    Assert.isTrue(new DmlException().getStackTraceString().contains('exceptionsKnowWhereTheyWereMade'), 'the method');
    Assert.areEqual(Datetime.valueOf('2026-01-02 03:04:05'), Datetime.valueOf('2026-01-02 03:04:05+0100'), 'no zone');
  }
  @IsTest static void anIdOfNullIsNone() {
    Assert.areEqual(new Account(Name = 'a'), new Account(Name = 'a', Id = null), 'equal');
    SObject event = new Now__e();
    Assert.isNull(event.Id, 'events have none');
  }
  @IsTest static void fieldsDescribeThemselves() {
    Assert.isTrue(Account.OwnerId.getDescribe().isDefaultedOnCreate(), 'the owner');
    Assert.isFalse(Account.Name.getDescribe().isDefaultedOnCreate(), 'the name');
    Assert.isTrue(Task.WhatId.getDescribe().isNamePointing(), 'to anything');
    Assert.isFalse(Contact.AccountId.getDescribe().isNamePointing(), 'to accounts');
    Assert.areEqual(UserInfo.getProfileId(), [SELECT ProfileId FROM User WHERE Id = :UserInfo.getUserId()].ProfileId, 'profile');
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
  public List<String> notes { get { notes = notes == null ? new List<String>() : notes; return notes; } set; }
  public void execute(QueueableContext context) {
    this.context = context;
    Assert.areEqual(1, notes.size(), 'state behind a property');
    insert new Account(Name = 'run ' + left);
    options = new AsyncOptions();
  }
}`;

const STILL = `public class Still implements Queueable {
  public static void execute(QueueableContext context) { insert new Account(Name = 'still'); }
}`;

const QUEUE_TEST = `@IsTest private class KeeperTest {
  @IsTest static void staticMethodsImplementInterfaces() {
    Test.startTest();
    System.enqueueJob(new Still());
    Test.stopTest();
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'still'], 'ran');
  }
  @IsTest static void contextsAndOptionsAreSerialized() {
    Keeper keeper = new Keeper(1);
    keeper.notes.add('kept');
    keeper.execute(null);
    Test.startTest();
    System.enqueueJob(keeper);
    Test.stopTest();
    Assert.areEqual(2, [SELECT COUNT() FROM Account], 'both ran');
  }
}`;

const REFUSED: Readonly<Record<string, RegExp>> = {
  inventedPrefixesStayInside: /getKeyPrefix\(\) of ConferenceNumber, .* is not supported/,
  flowsDoNotRun: /Flow\.Interview\.Any\.<init>.* is not supported/,
  scriptsDoNotRun: /DataWeaveScriptResource\.shout\.<init>\(\) is not supported/,
  typesUnknownToJson: /deserialize\(String,Type\) into Invocable\.Action\.Result is not supported/,
  recordsOfThePlatform: /SOQL\.FROM StaticResource, of which .* is not supported/,
  definitionsAreNoRows: /SOQL\.FROM EntityDefinition is not supported/,
  flowsOnRecords: /Parcel__c\.flow Stamp is not supported/,
  workflowRules: /Lead\.workflow rule Rank is not supported/,
  documentsOfVersions: /ContentVersion\.insert, which makes a ContentDocument is not supported/
};

test('what public projects rely on works, or names itself', () => {
  const outcomes = Object.entries(runTestsOn(METADATA, BOXES, LANGUAGE, DATA, QUEUE, STILL, QUEUE_TEST));

  const wrong = outcomes.filter(([name, outcome]) => !(REFUSED[name]?.test(outcome) ?? outcome === 'passed'));
  expect(wrong).toEqual([]);
  expect(outcomes).toHaveLength(37);
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

test.each([
  ['of an unknown type', record('Nowhere', 'One', {}), 'The project has no custom metadata type Nowhere__mdt.'],
  ['with an unknown field', record('Route', 'One', { Lost__c: 'x' }), 'Route__mdt has no field Lost__c.']
])('a metadata record %s is a problem', (_what, file, problem) => {
  expect(() => compileLab([{ namespace: '', files: [...METADATA, file] }], 'plain')).toThrow(problem);
});
