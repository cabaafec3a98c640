import { fullName } from '../project/names';
import { LocalData } from '../platform/data-access';
import type { RunningCode } from '../platform/org';
import type { DatabaseOptions } from '../platform/store/database';
import { OrgDatabase } from '../platform/store/database';

/** The data of an org with several packages: names in dynamic calls mean what they mean to the code that says them. */
export class SharedDatabase extends OrgDatabase {
  /** Set when the program is loaded; until then no code asks. */
  code: RunningCode | undefined;

  constructor(options: DatabaseOptions) {
    super(options);
  }

  override get homeNamespace(): string {
    return this.code?.namespace() ?? super.homeNamespace;
  }
}

/** Generated code names fields in full, as do most other readers: only what could belong to several packages is asked for. */
export class SharedData extends LocalData {
  override getField(_rt: unknown, row: unknown, field: string): unknown {
    return this.rows.read(row, field, this.#namespaceFor(field));
  }

  override putField(_rt: unknown, row: unknown, field: string, value: unknown): unknown {
    return this.rows.write(row, field, value, this.#namespaceFor(field));
  }

  #namespaceFor(field: string): string {
    const couldBePrefixed = fullName(field, 'any') !== field;
    return couldBePrefixed ? this.db.homeNamespace : '';
  }
}
