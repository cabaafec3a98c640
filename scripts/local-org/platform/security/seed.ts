import type { OrgUser } from '../../contracts/org';
import type { Project } from '../../project/model';
import { ApexId } from '../../runtime/id';
import type { OrgDatabase } from '../store/database';
import { ADMIN_PROFILE } from './access';
import { seedMetadataRecords } from './seed-metadata';

interface UserSeed {
  readonly first: string;
  readonly last: string;
  readonly alias: string;
  readonly profile: string;
  readonly userType: string;
}

const MINIMAL_PROFILE = 'Minimum Access - Salesforce';
/** Salesforce Help, Standard Profiles: those of every new org that tests look for. */
const PROFILES = [
  ADMIN_PROFILE, 'Standard User', MINIMAL_PROFILE, 'Minimum Access - API Only Integrations', 'Contract Manager',
  'Marketing User', 'Read Only', 'Solution Manager', 'Standard Platform User'
]; // prettier-ignore

/** Users without a licence type of their own are Standard; what they may do comes from permission sets. */
const USERS: readonly UserSeed[] = [
  { first: 'Ada', last: 'Administrator', alias: 'admin', profile: ADMIN_PROFILE, userType: 'Standard' },
  {
    first: 'Ivo',
    last: 'Integration',
    alias: 'integ',
    profile: 'Minimum Access - API Only Integrations',
    userType: 'Standard'
  },
  { first: 'Olga', last: 'Observer', alias: 'observer', profile: MINIMAL_PROFILE, userType: 'Standard' },
  { first: 'Ned', last: 'Nobody', alias: 'nobody', profile: MINIMAL_PROFILE, userType: 'Standard' },
  { first: 'Automated', last: 'Process', alias: 'autoproc', profile: MINIMAL_PROFILE, userType: 'AutomatedProcess' }
];

/** A fresh org: its organization, profiles, users, the projects' permission sets, classes and metadata records. */
export function seedOrg(db: OrgDatabase): readonly OrgUser[] {
  db.seed('Organization', {
    Id: ApexId.parse(db.orgId),
    Name: 'Local org',
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    NamespacePrefix: db.homeNamespace === '' ? null : db.homeNamespace,
    TimeZoneSidKey: 'Europe/Berlin',
    LanguageLocaleKey: 'en_US'
  });
  const licence = db.seed('UserLicense', {
    Name: 'Salesforce',
    MasterLabel: 'Salesforce',
    LicenseDefinitionKey: 'SFDC',
    Status: 'Active',
    TotalLicenses: 5,
    UsedLicenses: 4
  });
  const profile = (Name: string): ApexId => db.seed('Profile', { Name, UserType: 'Standard', UserLicenseId: licence });
  const profiles = new Map(PROFILES.map((name) => [name, profile(name)]));
  const users = USERS.map((user) => seedUser(db, user, profiles.get(user.profile)));
  const permissions = new Map(db.projects.flatMap((project) => seedCustomPermissions(db, project)));
  for (const project of db.projects) seedProject(db, project, permissions);
  signSeeds(db, users[0]);
  return users;
}

/** What an org begins with was made by its first user. */
function signSeeds(db: OrgDatabase, maker: OrgUser | undefined): void {
  if (!maker) return;
  const id = ApexId.parse(maker.id);
  for (const object of ['Organization', 'UserLicense', 'Profile', 'User', 'ApexClass', 'ApexTrigger']) {
    for (const [key] of [...db.store.table(object).entries()]) {
      db.updateSystemRow(undefined, object, key, { CreatedById: id, LastModifiedById: id });
    }
  }
}

function seedUser(db: OrgDatabase, seed: UserSeed, profile: ApexId | undefined): OrgUser {
  const name = `${seed.first} ${seed.last}`;
  // The platform's own user is named after the org.
  const username = `${seed.alias}@${seed.userType === 'AutomatedProcess' ? db.orgId : 'local.example'}`;
  const id = db.seed('User', {
    FirstName: seed.first,
    LastName: seed.last,
    Name: name,
    Username: username,
    Email: username,
    Alias: seed.alias,
    IsActive: true,
    UserType: seed.userType,
    // The platform's own user has none.
    ProfileId: seed.userType === 'AutomatedProcess' ? null : profile,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  });
  return {
    id: id.value,
    username,
    name,
    email: username,
    alias: seed.alias,
    userType: seed.userType,
    profileName: seed.profile,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    language: 'en_US'
  };
}

type Seeded = readonly [name: string, id: ApexId];

function seedCustomPermissions(db: OrgDatabase, { namespace, customPermissions }: Project): readonly Seeded[] {
  return customPermissions.map(({ name, label }) => {
    const row = { DeveloperName: name, MasterLabel: label, NamespacePrefix: namespace === '' ? null : namespace };
    return [fullName(name, namespace), db.seed('CustomPermission', row)];
  });
}

/** Permissions have no suffix by which a prefix could be told from a part of the name. */
function fullName(name: string, namespace: string): string {
  return (name.includes('__') || namespace === '' ? name : `${namespace}__${name}`).toLowerCase();
}

function seedProject(db: OrgDatabase, project: Project, permissions: ReadonlyMap<string, ApexId>): void {
  const prefix = project.namespace === '' ? null : project.namespace;
  for (const set of project.permissionSets) {
    const row = { Name: set.name, Label: set.label, Description: set.description, NamespacePrefix: prefix };
    const id = db.seed('PermissionSet', { ...row, IsOwnedByProfile: false, IsCustom: true });
    db.deployPermissionSet(set, project.namespace, id.value);
    for (const name of set.customPermissions) {
      const permission = permissions.get(fullName(name, project.namespace));
      if (permission) db.seed('SetupEntityAccess', { ParentId: id, SetupEntityId: permission });
    }
  }
  for (const file of project.files) {
    const [, name, suffix] = /([^/]+)\.(cls|trigger)$/.exec(file.path) ?? [];
    const unit = { Name: name, NamespacePrefix: prefix, Status: 'Active', IsValid: true, Body: file.text };
    if (suffix === 'cls') db.seed('ApexClass', unit);
    if (suffix === 'trigger') db.seed('ApexTrigger', unit);
  }
  seedMetadataRecords(db, project);
}

/** Gives a user a permission set of a project, as an administrator would: tests assign theirs themselves. */
export function assignPermissionSet(db: OrgDatabase, userId: string, name: string): void {
  const wanted = name.toLowerCase();
  const sets = [...db.store.table('PermissionSet').entries()].map(([, row]) => row);
  const set = sets.find((row) => String(row['Name']).toLowerCase() === wanted);
  const id = set?.['Id'];
  if (!(id instanceof ApexId)) {
    throw new Error(`No permission set ${name}; the org has ${sets.map((row) => String(row['Name'])).join(', ')}.`);
  }
  db.seed('PermissionSetAssignment', { AssigneeId: ApexId.parse(userId), PermissionSetId: id });
}
