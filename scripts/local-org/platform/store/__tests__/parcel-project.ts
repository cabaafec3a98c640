import type { TextFile } from '../../../project/xml';

const OBJECTS = 'force-app/main/objects';

function object(name: string, body: string): TextFile {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${body}</CustomObject>`;
  return { path: `${OBJECTS}/${name}/${name}.object-meta.xml`, text };
}

function field(owner: string, name: string, body: string): TextFile {
  const text = `<CustomField><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${body}</CustomField>`;
  return { path: `${OBJECTS}/${owner}/fields/${name}.field-meta.xml`, text };
}

function custom(label: string, extra = '<sharingModel>Private</sharingModel>'): string {
  const name = '<nameField><label>Name</label><type>Text</type></nameField>';
  return `<label>${label}</label><pluralLabel>${label}s</pluralLabel>${name}${extra}`;
}

const permissionSet = `<PermissionSet><label>Clerk</label>
  <objectPermissions><object>Parcel__c</object><allowRead>true</allowRead><allowEdit>true</allowEdit></objectPermissions>
  <fieldPermissions><field>Parcel__c.Code__c</field><readable>true</readable></fieldPermissions>
  <customPermissions><name>Stamp</name><enabled>true</enabled></customPermissions>
</PermissionSet>`;

/** Metadata with each kind of field and object once: the tests of data share it. */
export const parcelFiles: readonly TextFile[] = [
  object('Parcel__c', custom('Parcel')),
  field(
    'Parcel__c',
    'Code__c',
    '<type>Text</type><length>10</length><unique>true</unique><externalId>true</externalId>'
  ),
  field('Parcel__c', 'Weight__c', '<type>Number</type><precision>6</precision><scale>2</scale>'),
  field('Parcel__c', 'Addressee__c', '<type>Text</type><length>20</length><required>true</required>'),
  field('Parcel__c', 'Fragile__c', '<type>Checkbox</type><defaultValue>true</defaultValue>'),
  field('Parcel__c', 'Sent__c', '<type>DateTime</type>'),
  field('Parcel__c', 'Due__c', '<type>Date</type>'),
  field(
    'Parcel__c',
    'Size__c',
    `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>
     <value><fullName>S</fullName><default>true</default><label>Small</label></value>
     <value><fullName>L</fullName><default>false</default><label>Large</label></value></valueSetDefinition></valueSet>`
  ),
  field(
    'Parcel__c',
    'Box__c',
    '<type>Lookup</type><referenceTo>Box__c</referenceTo><relationshipName>Parcels</relationshipName>'
  ),
  object('Box__c', custom('Box', '<sharingModel>ReadWrite</sharingModel>')),
  field('Box__c', 'Number__c', '<type>AutoNumber</type><displayFormat>B-{000}</displayFormat>'),
  object('Seal__c', custom('Seal')),
  field(
    'Seal__c',
    'Box__c',
    '<type>Lookup</type><referenceTo>Box__c</referenceTo><deleteConstraint>Restrict</deleteConstraint>'
  ),
  field('Seal__c', 'Twice__c', '<type>Number</type><formula>1 + 1</formula><precision>3</precision><scale>0</scale>'),
  object('Secret__c', custom('Secret', '<visibility>Protected</visibility>')),
  object('Rate__c', '<customSettingsType>List</customSettingsType><label>Rate</label>'),
  field('Rate__c', 'Cents__c', '<type>Number</type><precision>6</precision><scale>0</scale>'),
  object('Route__mdt', '<label>Route</label><pluralLabel>Routes</pluralLabel>'),
  field('Route__mdt', 'Days__c', '<type>Number</type><precision>3</precision><scale>0</scale>'),
  {
    path: 'force-app/main/customMetadata/Route.North.md-meta.xml',
    text: '<CustomMetadata><label>North &amp; East</label><values><field>Days__c</field><value>3.0</value></values></CustomMetadata>'
  },
  { path: 'force-app/main/permissionsets/Clerk.permissionset-meta.xml', text: permissionSet },
  object('Arrived__e', '<label>Arrived</label><publishBehavior>PublishImmediately</publishBehavior>')
];
