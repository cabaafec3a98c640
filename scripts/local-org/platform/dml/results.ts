import { ApexException } from '../../runtime/exceptions';
import type { ApexId } from '../../runtime/id';
import type { SObjectValue } from '../../runtime/sobject';

export interface DmlError {
  /** A System.StatusCode: 'REQUIRED_FIELD_MISSING'. */
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** One row on its way through a DML statement. */
export class DmlItem {
  readonly errors: DmlError[] = [];
  /** Set by upsert for rows that were inserted. */
  created = false;
  id: ApexId | null;

  constructor(
    /** Position in the statement's list. */
    readonly index: number,
    /** The program's own row; gets its id when the insert has succeeded. */
    readonly row: SObjectValue
  ) {
    this.id = row.id;
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  fail(statusCode: string, message: string, fields: readonly string[] = []): void {
    this.errors.push({ statusCode, message, fields });
  }
}

const VERBS: Readonly<Record<string, string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete'
};

/** "Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]". */
export function dmlException(operation: string, items: readonly DmlItem[]): ApexException {
  const failed = items.filter((item) => item.failed);
  const first = failed[0];
  const error = first?.errors[0];
  const where = first?.id ? ` with id ${first.id.value}` : '';
  const detail = `${error?.statusCode ?? ''}, ${error?.message ?? ''}: [${error?.fields.join(', ') ?? ''}]`;
  const exception = new ApexException(
    'System.DmlException',
    `${VERBS[operation] ?? operation} failed. First exception on row ${first?.index ?? 0}${where}; first error: ${detail}`
  );
  exception.dml = failures(failed);
  return exception;
}

export function failures(failed: readonly DmlItem[]): ApexException['dml'] {
  return failed.flatMap((item) =>
    item.errors.map(({ statusCode, message, fields }) => ({
      index: item.index,
      id: item.id?.value ?? null,
      fields,
      message,
      statusCode
    }))
  );
}

export const UNABLE_TO_LOCK = 'unable to obtain exclusive access to this record';
