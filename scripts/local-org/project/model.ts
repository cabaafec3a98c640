import type { Problem, SourceFile } from '../contracts/program';
import type { ObjectKind } from '../contracts/schema';

/** What an SFDX project declares, with names as written in its files: without the package's own prefix. */
export interface Project {
  readonly root: string;
  /** '' for none. */
  readonly namespace: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly files: readonly SourceFile[];
  readonly objects: readonly ObjectMetadata[];
  readonly metadataRecords: readonly MetadataRecord[];
  readonly labels: readonly LabelMetadata[];
  readonly permissionSets: readonly PermissionSetMetadata[];
  readonly customPermissions: readonly CustomPermissionMetadata[];
  readonly cachePartitions: readonly CachePartitionMetadata[];
  readonly remoteSites: readonly RemoteSiteMetadata[];
  /** Flows that DML on an object starts. */
  readonly flows: readonly RecordFlowMetadata[];
  /** Named credentials, external credentials, apps, tabs, pages: passed on as they are. */
  readonly components: readonly ComponentMetadata[];
  readonly staticResources: readonly string[];
  readonly problems: readonly Problem[];
}

export interface ObjectMetadata {
  readonly name: string;
  readonly file: string;
  /** undefined when the project only adds fields to an object that it does not define. */
  readonly definition: ObjectDefinition | undefined;
  readonly fields: readonly FieldMetadata[];
  readonly validationRules: readonly ValidationRuleMetadata[];
  /** Names of Apex sharing reasons, 'Delegated__c'. */
  readonly sharingReasons: readonly string[];
}

export interface ObjectDefinition {
  readonly kind: ObjectKind;
  readonly label: string;
  readonly pluralLabel: string;
  readonly protected: boolean;
  readonly sharingModel: string | undefined;
  readonly publishBehavior: 'PublishImmediately' | 'PublishAfterCommit' | undefined;
  readonly nameField: { readonly label: string; readonly autoNumber: string | undefined };
}

export interface FieldMetadata {
  readonly name: string;
  readonly file: string;
  readonly label: string;
  readonly kind: string;
  readonly length: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | undefined;
  readonly required: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly defaultFormula: string | undefined;
  readonly formula: string | undefined;
  readonly displayFormat: string | undefined;
  readonly referenceTo: string | undefined;
  readonly relationshipName: string | undefined;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | undefined;
  readonly picklist: readonly { readonly value: string; readonly label: string; readonly default: boolean }[];
  readonly restrictedPicklist: boolean;
}

export interface ValidationRuleMetadata {
  readonly name: string;
  readonly active: boolean;
}

export interface MetadataRecord {
  /** 'Provider__mdt'. */
  readonly object: string;
  readonly developerName: string;
  readonly label: string;
  readonly protected: boolean;
  readonly values: ReadonlyMap<string, string | undefined>;
  readonly file: string;
}

export interface LabelMetadata {
  readonly name: string;
  readonly value: string;
  readonly protected: boolean;
}

export interface ObjectGrant {
  readonly object: string;
  readonly create: boolean;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldGrant {
  /** 'Connection__c.State__c'. */
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

export interface PermissionSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly objects: readonly ObjectGrant[];
  readonly fields: readonly FieldGrant[];
  readonly classes: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly customSettings: readonly string[];
  readonly customMetadataTypes: readonly string[];
  readonly externalCredentialPrincipals: readonly string[];
}

export interface CustomPermissionMetadata {
  readonly name: string;
  readonly label: string;
}

export interface CachePartitionMetadata {
  readonly name: string;
  readonly default: boolean;
  /** Megabytes of organization cache, all sources added. */
  readonly organizationMb: number;
  readonly sessionMb: number;
}

export interface RemoteSiteMetadata {
  readonly name: string;
  readonly url: string;
  readonly active: boolean;
}

export interface ComponentMetadata {
  /** As the Metadata API names it: 'NamedCredential', 'CustomTab' ... */
  readonly type: string;
  readonly name: string;
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface RecordFlowMetadata {
  readonly name: string;
  readonly object: string;
  readonly operations: readonly ('insert' | 'update' | 'delete')[];
}
