import type { Project } from '../../project/model';
import { ApexId } from '../../runtime/id';
import type { OrgDatabase } from '../store/database';
import { recordId15 } from '../store/ids';
import { externalFromMetadata, namedFromMetadata } from './metadata';
import type { NewId } from './metadata';
import type { NamedCredential } from './model';
import { nameOf } from './model';
import type { RecordSession } from './records';
import { CredentialRecords } from './records';

/** Made up where the object has no public id: code may keep and compare them, and grant access by them. */
const PREFIXES = { external: '2Xe', named: '0XA', part: '2Xp' } as const;

/** The org's named and external credentials as an administrator sees them in Setup. */
export class OrgCredentials {
  readonly records: CredentialRecords;

  constructor(private readonly db: OrgDatabase) {
    this.records = new CredentialRecords(committed(db));
  }

  readonly newId: NewId = (kind) => {
    const prefix = PREFIXES[kind];
    return ApexId.parse(recordId15(prefix, this.db.orgId.slice(3, 6), this.db.store.next(prefix))).value;
  };

  /** What a project ships. */
  load(project: Project): void {
    for (const component of project.components) {
      if (component.type === 'ExternalCredential') {
        this.records.putExternal(externalFromMetadata(component, project.namespace, this.newId));
      } else if (component.type === 'NamedCredential') {
        const named = namedFromMetadata(component, project.namespace, this.newId);
        this.records.putNamed(named);
        this.db.seed('NamedCredential', rowOf(named));
      }
    }
  }

  /** The switch "Enabled for Callouts". */
  enable(name: string, enabled = true): void {
    const named = this.records.named(name);
    if (!named) throw new Error(`The org has no named credential ${name}; it has ${this.#names()}.`);
    this.records.putNamed({ ...named, enabled });
  }

  disable(name: string): void {
    this.enable(name, false);
  }

  /** An administrator deletes a named credential, the external credential of the same name, and what is in it. */
  remove(name: string): void {
    const named = this.records.named(name);
    if (!named) throw new Error(`The org has no named credential ${name}; it has ${this.#names()}.`);
    this.db.store.apply([{ object: 'NamedCredential', id: named.id, row: undefined }]);
    this.records.remove(name);
  }

  /** Principal Access of a permission set: opens the principal for everybody who has the set. */
  grantPrincipal(permissionSet: string, externalCredential: string, principal: string): void {
    const external = this.records.external(externalCredential);
    const found = external?.principals.find(({ name }) => name.toLowerCase() === principal.toLowerCase());
    if (!found)
      throw new Error(`The org has no principal ${principal} of an external credential ${externalCredential}.`);
    const sets = [...this.db.store.table('PermissionSet').entries()].map(([, row]) => row);
    const set = sets.find((row) => String(row['Name']).toLowerCase() === permissionSet.toLowerCase());
    if (!set) throw new Error(`The org has no permission set ${permissionSet}.`);
    this.db.seed('SetupEntityAccess', {
      ParentId: set['Id'],
      SetupEntityId: ApexId.parse(found.id),
      SetupEntityType: 'ExternalCredentialParameter'
    });
  }

  #names(): string {
    return this.records.allNamed().map(nameOf).join(', ') || 'none';
  }
}

/** The row of NamedCredential that queries find. */
export function rowOf(named: NamedCredential): Readonly<Record<string, unknown>> {
  return {
    Id: ApexId.parse(named.id),
    DeveloperName: named.developerName,
    MasterLabel: named.label,
    NamespacePrefix: named.namespace === '' ? null : named.namespace,
    Endpoint: named.url,
    Language: 'en_US',
    CalloutOptionsAllowMergeFieldsInBody: named.mergeInBody,
    CalloutOptionsAllowMergeFieldsInHeader: named.mergeInHeader,
    CalloutOptionsGenerateAuthorizationHeader: named.generatesAuthorization
  };
}

function committed(db: OrgDatabase): RecordSession {
  const { store } = db;
  return {
    get: (object, id) => store.table(object).get(id),
    rows: (object) => [...store.table(object).entries()].map(([, row]) => row),
    put: (object, id, row) => store.apply([{ object, id, row }]),
    remove: (object, id) => store.apply([{ object, id, row: undefined }])
  };
}
