export type PrincipalType = 'NamedPrincipal' | 'PerUserPrincipal' | 'AwsStsPrincipal';

export interface Parameter {
  readonly id: string;
  readonly name: string;
  /** As ConnectApi or the Metadata API names it: 'AuthParameter', 'AllowedManagedPackageNamespaces' ... */
  readonly type: string;
  readonly value: string | null;
  readonly description: string | null;
}

export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly type: PrincipalType;
  /** The lowest one that the running user may use is taken. */
  readonly sequence: number;
  readonly parameters: readonly Parameter[];
}

/** A custom header; its value may hold formulas: `{!'Bearer ' & $Credential.Erp.Token}`. */
export interface Header {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly sequence: number;
}

interface Definition {
  readonly id: string;
  /** Of the package that ships it; '' for one made in the org. */
  readonly namespace: string;
  readonly developerName: string;
  readonly label: string;
  readonly headers: readonly Header[];
  readonly parameters: readonly Parameter[];
  /** The package whose Apex created it. */
  readonly createdBy: string | undefined;
}

export interface ExternalCredential extends Definition {
  /** 'Custom', 'OAuth' ...: see ConnectApi.CredentialAuthenticationProtocol. */
  readonly protocol: string;
  readonly variant: string | undefined;
  readonly principals: readonly Principal[];
}

export interface NamedCredential extends Definition {
  readonly url: string;
  readonly type: string;
  readonly description: string | null;
  /** Full name; undefined for a legacy one without authentication. */
  readonly externalCredential: string | undefined;
  readonly enabled: boolean;
  readonly mergeInBody: boolean;
  readonly mergeInHeader: boolean;
  readonly generatesAuthorization: boolean;
}

export interface Secret {
  readonly encrypted: boolean;
  readonly value: string;
}

/** The values of one principal by parameter name: of all users, or of one. */
export interface PrincipalValues {
  readonly externalCredential: string;
  readonly principal: string;
  readonly type: PrincipalType;
  readonly userId: string | undefined;
  readonly values: ReadonlyMap<string, Secret>;
}

/** 'tokenward__Erp': as Apex and merge fields name a definition. */
export function nameOf({ namespace, developerName }: Pick<Definition, 'namespace' | 'developerName'>): string {
  return namespace === '' ? developerName : `${namespace}__${developerName}`;
}

/** Namespaces that a named credential of the org lets call out with it. */
export function allowedNamespaces(named: NamedCredential): readonly string[] {
  return named.parameters
    .filter(({ type }) => type === 'AllowedManagedPackageNamespaces')
    .flatMap(({ value }) => (value ?? '').split(','))
    .map((namespace) => namespace.trim().toLowerCase())
    .filter((namespace) => namespace !== '');
}

/** Whether the package ships it or its Apex created it; code of no package may touch everything. */
export function belongsTo(namespace: string, definition: Pick<Definition, 'namespace' | 'createdBy'>): boolean {
  return namespace === '' || definition.namespace === namespace || definition.createdBy === namespace;
}
