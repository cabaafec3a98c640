import type { TextFile } from '../../project/xml';

const OBJECTS = 'force-app/main/objects';

export function object(name: string, body: string): TextFile {
  const text = `<CustomObject><label>${name}</label><pluralLabel>${name}</pluralLabel>${body}</CustomObject>`;
  return { path: `${OBJECTS}/${name}/${name}.object-meta.xml`, text };
}

export function field(owner: string, name: string, body: string): TextFile {
  const text = `<CustomField><fullName>${name}</fullName><label>${name}</label>${body}</CustomField>`;
  return { path: `${OBJECTS}/${owner}/fields/${name}.field-meta.xml`, text };
}

export function partition(name: string, megabytes: number): TextFile {
  const type = `<allocatedCapacity>${megabytes}</allocatedCapacity><cacheType>Organization</cacheType>`;
  const text = `<PlatformCachePartition><platformCachePartitionTypes>${type}</platformCachePartitionTypes></PlatformCachePartition>`;
  return { path: `force-app/main/cachePartitions/${name}.cachePartition-meta.xml`, text };
}

const NAMED = '<nameField><label>Name</label><type>Text</type></nameField>';
const TEXT = '<type>Text</type><length>80</length>';
const NUMBER = '<type>Number</type><precision>9</precision><scale>0</scale>';

const READER = `<PermissionSet><label>Reader</label>
  <classAccesses><apexClass>Front</apexClass><enabled>true</enabled></classAccesses>
  <objectPermissions><object>Box__c</object><allowRead>true</allowRead></objectPermissions>
  <fieldPermissions><field>Box__c.Count__c</field><readable>true</readable></fieldPermissions>
</PermissionSet>`;

/** What the small programs of these tests work on: boxes, a secret, a setting, an event of each kind, caches, a site. */
export const DEPOT: readonly TextFile[] = [
  object('Box__c', `${NAMED}<sharingModel>ReadWrite</sharingModel>`),
  field('Box__c', 'Code__c', `${TEXT}<unique>true</unique>`),
  field('Box__c', 'Count__c', NUMBER),
  object('Secret__c', `${NAMED}<visibility>Protected</visibility>`),
  object('Prefs__c', '<customSettingsType>Hierarchy</customSettingsType>'),
  field('Prefs__c', 'Level__c', NUMBER),
  object('Now__e', '<publishBehavior>PublishImmediately</publishBehavior>'),
  field('Now__e', 'Note__c', TEXT),
  object('Later__e', '<publishBehavior>PublishAfterCommit</publishBehavior>'),
  field('Later__e', 'Note__c', TEXT),
  partition('Store', 3),
  partition('Bare', 0),
  {
    path: 'force-app/main/remoteSiteSettings/Known.remoteSite-meta.xml',
    text: '<RemoteSiteSetting><isActive>true</isActive><url>https://known.example</url></RemoteSiteSetting>'
  },
  { path: 'force-app/main/permissionsets/Reader.permissionset-meta.xml', text: READER }
];

/** Boxes by name, as most programs here read and change them. */
export const BOXES = `public class Boxes {
  public static Box__c one(String name) { return [SELECT Name, Count__c FROM Box__c WHERE Name = :name]; }
  public static Box__c locked(String name) { return [SELECT Name, Count__c FROM Box__c WHERE Name = :name FOR UPDATE]; }
  public static Integer count() { return [SELECT COUNT() FROM Box__c]; }
  public static void add(String name) { insert new Box__c(Name = name, Count__c = 0); }
  public static void set(String name, Integer value) { Box__c box = one(name); box.Count__c = value; update box; }
  public static String names() {
    List<String> found = new List<String>();
    for (Box__c box : [SELECT Name FROM Box__c ORDER BY Name]) found.add(box.Name);
    return String.join(found, ',');
  }
}`;
