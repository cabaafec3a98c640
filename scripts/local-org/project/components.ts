import type {
  CachePartitionMetadata,
  LabelMetadata,
  MetadataRecord,
  PermissionSetMetadata,
  RemoteSiteMetadata
} from './model';
import type { XmlElement } from './xml';

/** 'Provider.Salesforce' in a customMetadata folder is a record of Provider__mdt. */
export function metadataRecord(fileName: string, root: XmlElement, file: string): MetadataRecord {
  const dot = fileName.indexOf('.');
  const values = new Map<string, string | undefined>();
  for (const value of root.children('values')) {
    const field = value.text('field');
    if (field !== undefined) values.set(field, value.text('value'));
  }
  const developerName = fileName.slice(dot + 1);
  return {
    object: `${fileName.slice(0, dot)}__mdt`,
    developerName,
    label: root.text('label') ?? developerName,
    protected: root.flag('protected'),
    values,
    file
  };
}

export function labels(root: XmlElement): readonly LabelMetadata[] {
  return root.children('labels').map((label) => ({
    name: label.text('fullName') ?? '',
    value: label.text('value') ?? '',
    protected: label.flag('protected')
  }));
}

export function permissionSet(name: string, root: XmlElement): PermissionSetMetadata {
  return {
    name,
    label: root.text('label') ?? name,
    description: root.text('description') ?? '',
    objects: root.children('objectPermissions').map((grant) => ({
      object: grant.text('object') ?? '',
      create: grant.flag('allowCreate'),
      read: grant.flag('allowRead'),
      edit: grant.flag('allowEdit'),
      delete: grant.flag('allowDelete'),
      viewAll: grant.flag('viewAllRecords'),
      modifyAll: grant.flag('modifyAllRecords')
    })),
    fields: root.children('fieldPermissions').map((grant) => ({
      field: grant.text('field') ?? '',
      readable: grant.flag('readable') || grant.flag('editable'),
      editable: grant.flag('editable')
    })),
    classes: enabled(root, 'classAccesses', 'apexClass'),
    customPermissions: enabled(root, 'customPermissions', 'name'),
    userPermissions: enabled(root, 'userPermissions', 'name'),
    customSettings: enabled(root, 'customSettingAccesses', 'name'),
    customMetadataTypes: enabled(root, 'customMetadataTypeAccesses', 'name'),
    externalCredentialPrincipals: enabled(root, 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal')
  };
}

function enabled(root: XmlElement, list: string, name: string): readonly string[] {
  return root
    .children(list)
    .filter((entry) => entry.flag('enabled'))
    .map((entry) => entry.text(name) ?? '');
}

export function cachePartition(name: string, root: XmlElement): CachePartitionMetadata {
  const megabytes = (cacheType: string): number =>
    root
      .children('platformCachePartitionTypes')
      .filter((type) => type.text('cacheType') === cacheType)
      .reduce((sum, type) => sum + capacity(type), 0);
  return {
    name,
    default: root.flag('isDefaultPartition'),
    organizationMb: megabytes('Organization'),
    sessionMb: megabytes('Session')
  };
}

const CAPACITIES = [
  'allocatedCapacity',
  'allocatedPartnerCapacity',
  'allocatedPurchasedCapacity',
  'allocatedTrialCapacity'
];

function capacity(type: XmlElement): number {
  return CAPACITIES.reduce((sum, name) => sum + (type.number(name) ?? 0), 0);
}

export function remoteSite(name: string, root: XmlElement): RemoteSiteMetadata {
  return { name, url: root.text('url') ?? '', active: root.flag('isActive') };
}
