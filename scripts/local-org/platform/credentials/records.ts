import type { DataSession } from '../store/data-session';
import type { ExternalCredential, NamedCredential, PrincipalType, PrincipalValues } from './model';
import { nameOf } from './model';

/** Tables of the store beside those of objects: what is in them commits and rolls back with the transaction. */
const EXTERNAL = 'external credentials';
const NAMED = 'named credentials';
const VALUES = 'values of external credentials';

/** Where definitions and values are kept: a transaction's session, or the committed state for whoever runs the org. */
export type RecordSession = Pick<DataSession, 'get' | 'put' | 'remove' | 'rows'>;

/** Named credentials, external credentials and the values of their principals. Names ignore case. */
export class CredentialRecords {
  constructor(private readonly session: RecordSession) {}

  external(name: string): ExternalCredential | undefined {
    return this.session.get(EXTERNAL, name.toLowerCase())?.['definition'] as ExternalCredential | undefined;
  }

  named(name: string): NamedCredential | undefined {
    return this.session.get(NAMED, name.toLowerCase())?.['definition'] as NamedCredential | undefined;
  }

  externals(): readonly ExternalCredential[] {
    return this.session.rows(EXTERNAL).map((row) => row['definition'] as ExternalCredential);
  }

  allNamed(): readonly NamedCredential[] {
    return this.session.rows(NAMED).map((row) => row['definition'] as NamedCredential);
  }

  putExternal(definition: ExternalCredential): void {
    this.session.put(EXTERNAL, nameOf(definition).toLowerCase(), { definition });
  }

  putNamed(definition: NamedCredential): void {
    this.session.put(NAMED, nameOf(definition).toLowerCase(), { definition });
  }

  /** The definitions of that name, and the values of all their principals. */
  remove(name: string): void {
    const key = name.toLowerCase();
    for (const { name: principal, type } of this.external(name)?.principals ?? []) {
      this.removeValues({ externalCredential: name, principal, type, userId: undefined });
    }
    for (const table of [NAMED, EXTERNAL]) this.session.remove(table, key);
  }

  values(key: PrincipalKey): PrincipalValues | undefined {
    return this.session.get(VALUES, keyText(key))?.['values'] as PrincipalValues | undefined;
  }

  putValues(values: PrincipalValues): void {
    this.session.put(VALUES, keyText(values), { values });
  }

  removeValues(key: PrincipalKey): void {
    this.session.remove(VALUES, keyText(key));
  }
}

export interface PrincipalKey {
  /** Full name. */
  readonly externalCredential: string;
  readonly principal: string;
  readonly type: PrincipalType;
  /** Only where each user has values of their own. */
  readonly userId: string | undefined;
}

function keyText({ externalCredential, principal, type, userId }: PrincipalKey): string {
  return [externalCredential, principal, type, userId ?? ''].join(' ').toLowerCase();
}
