import { assembleProject } from '../assemble';
import type { ProjectFiles } from '../assemble';
import { buildSchema } from '../schema';
import type { OrgSchema } from '../schema';
import { loadPlatformTypes } from '../../types';
import { parcelFiles } from '../../platform/store/__tests__/parcel-project';

const config = { name: 'parcels', namespace: 'pkg', apiVersion: '65.0' };

function files(extra: ProjectFiles['files'] = []): ProjectFiles {
  return { root: '', config, problems: [], files: [...parcelFiles, ...extra] };
}

function schema(): OrgSchema {
  return buildSchema([assembleProject(files())], loadPlatformTypes());
}

describe('a project', () => {
  test('is read without problems', () => {
    expect(assembleProject(files()).problems).toEqual([]);
  });

  test('decodes entities of XML', () => {
    const [record] = assembleProject(files()).metadataRecords;
    expect(record).toMatchObject({ object: 'Route__mdt', developerName: 'North', label: 'North & East' });
    expect(record?.values.get('Days__c')).toBe('3.0');
  });

  test('reports malformed XML with its place, and reads the rest', () => {
    const broken = {
      path: 'x/objects/Box__c/fields/Bad__c.field-meta.xml',
      text: '<CustomField>\n  <label>Bad</labl>\n</CustomField>'
    };
    const project = assembleProject(files([broken]));
    expect(project.problems).toEqual([
      {
        file: broken.path,
        line: 2,
        column: expect.any(Number),
        rule: 'metadata',
        message: expect.stringContaining('Malformed XML')
      }
    ]);
    expect(project.objects.map((object) => object.name)).toContain('Seal__c');
  });

  test('reports a wrong root element', () => {
    const wrong = { path: 'x/permissionsets/A.permissionset-meta.xml', text: '<Profile></Profile>' };
    expect(assembleProject(files([wrong])).problems[0]?.message).toBe(
      'Expected <PermissionSet> as the root element of this metadata file.'
    );
  });

  test('adds up the capacity of a cache partition', () => {
    const text =
      '<PlatformCachePartition><isDefaultPartition>false</isDefaultPartition><platformCachePartitionTypes><allocatedCapacity>1' +
      '</allocatedCapacity><allocatedPartnerCapacity>3</allocatedPartnerCapacity><cacheType>Organization</cacheType>' +
      '</platformCachePartitionTypes></PlatformCachePartition>';
    const project = assembleProject(files([{ path: 'x/cachePartitions/P.cachePartition-meta.xml', text }]));
    expect(project.cachePartitions).toEqual([{ name: 'P', default: false, organizationMb: 4, sessionMb: 0 }]);
  });
});

describe('the schema', () => {
  test('finds own objects and fields with and without prefix, in any case, from inside the package', () => {
    const found = schema();
    for (const name of ['parcel__C', 'PKG__Parcel__c']) expect(found.object(name, 'pkg')?.name).toBe('pkg__Parcel__c');
    const parcel = found.object('Parcel__c', 'pkg');
    expect(parcel?.field('CODE__c', 'pkg')?.name).toBe('pkg__Code__c');
    expect(parcel?.parentRelationship('Box__r', 'pkg')?.name).toBe('pkg__Box__c');
    expect(found.object('Box__c', 'pkg')?.childRelationship('Parcels__r', 'pkg')).toMatchObject({
      object: 'pkg__Parcel__c',
      field: 'pkg__Box__c'
    });
  });

  test('wants the prefix from other code, and hides protected objects from it', () => {
    const found = schema();
    expect([found.object('Parcel__c', ''), found.object('pkg__Parcel__c', '')?.name]).toEqual([
      undefined,
      'pkg__Parcel__c'
    ]);
    expect([found.object('pkg__Secret__c', ''), found.object('Secret__c', 'pkg')?.name]).toEqual([
      undefined,
      'pkg__Secret__c'
    ]);
  });

  test('gives each kind of object its system fields', () => {
    const found = schema();
    const has = (object: string, field: string): boolean => found.byFullName(object)?.field(field, '') !== undefined;
    expect([has('pkg__Parcel__c', 'OwnerId'), has('pkg__Rate__c', 'OwnerId')]).toEqual([true, false]);
    expect([
      has('pkg__Rate__c', 'SetupOwnerId'),
      has('pkg__Arrived__e', 'ReplayId'),
      has('pkg__Route__mdt', 'QualifiedApiName')
    ]).toEqual([true, true, true]);
  });

  test('loads standard objects when asked, with their published prefixes', () => {
    const found = schema();
    expect([found.byKeyPrefix('005')?.name, found.object('asyncapexjob', 'pkg')?.keyPrefix]).toEqual(['User', '707']);
    expect(found.projectObjects().map((object) => object.kind)).not.toContain('standard');
    expect(found.object('Account', '')?.childRelationship('Contacts', '')).toMatchObject({
      object: 'Contact',
      field: 'AccountId'
    });
  });
});
