import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import type { DmlError, DmlItem } from '../../platform/dml/results';
import { platformEnumValue } from '../../runtime/enum';
import type { ApexId } from '../../runtime/id';
import { ApexList } from '../../runtime/list';
import { PlatformObject } from '../../runtime/object';
import { instanceMethods } from '../system/nulls';

export class DatabaseError extends PlatformObject {
  readonly apexType = typeRef('Database.Error');

  constructor(readonly error: DmlError) {
    super();
  }

  override toApexText(): string {
    const { fields, message, statusCode } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
  }
}

const RESULT_KINDS = [
  'SaveResult', 'UpsertResult', 'DeleteResult', 'UndeleteResult', 'EmptyRecycleBinResult', 'MergeResult'
] as const; // prettier-ignore

type ResultKind = (typeof RESULT_KINDS)[number];

/** By the name of its type, 'Database.SaveResult'. */
export const RESULT_KIND_OF: ReadonlyMap<string, ResultKind> = new Map(
  RESULT_KINDS.map((kind) => [`Database.${kind}`, kind])
);

const NOTHING_MERGED = { records: [], children: [] };

/** Database.SaveResult and its siblings: what became of one row. */
export class DatabaseResult extends PlatformObject {
  readonly apexType;

  constructor(
    kind: ResultKind,
    readonly id: ApexId | null,
    readonly errors: readonly DatabaseError[],
    readonly success: boolean,
    readonly created: boolean,
    /** Of a merge: whose records went into this one, and whose parent it became. */
    readonly merged: { readonly records: readonly ApexId[]; readonly children: readonly ApexId[] } = NOTHING_MERGED
  ) {
    super();
    this.apexType = typeRef(`Database.${kind}`);
  }

  override toApexText(): string {
    const errors = this.errors.map((error) => error.toApexText()).join(', ');
    return `${this.apexType.name}[getErrors=(${errors});getId=${this.id?.value ?? 'null'};isSuccess=${this.success};]`;
  }
}

const KINDS: Readonly<Record<string, ResultKind>> = {
  insert: 'SaveResult',
  update: 'SaveResult',
  upsert: 'UpsertResult',
  delete: 'DeleteResult',
  undelete: 'UndeleteResult'
};

export function resultType(operation: string): ResultKind {
  return KINDS[operation] ?? 'SaveResult';
}

/** A failed row has an id only where it had one before. */
export function resultOf(operation: string, item: DmlItem): DatabaseResult {
  const id = item.failed ? item.row.id : item.id;
  const errors = item.errors.map((error) => new DatabaseError(error));
  return new DatabaseResult(resultType(operation), id, errors, !item.failed, item.created && !item.failed);
}

/**
 * The answer to publishing an event: it is only queued, which the platform reports as an error of its own kind that
 * carries the event's UUID. Null stands for an event that could not be queued.
 */
export function saveResult(uuid: string | null): DatabaseResult {
  const error: DmlError =
    uuid === null
      ? { statusCode: 'PLATFORM_EVENT_PUBLISH_FAILED', message: 'The event could not be published.', fields: [] }
      : { statusCode: 'OPERATION_ENQUEUED', message: uuid, fields: [] };
  return new DatabaseResult('SaveResult', null, [new DatabaseError(error)], uuid !== null, false);
}

function idList(ids: readonly ApexId[]): ApexList {
  return new ApexList(typeRef('Id'), [...ids]);
}

function resultMethods(type: string): readonly LibraryEntry[] {
  return implement(
    type,
    instanceMethods({
      'getErrors()': (_rt, self: DatabaseResult) => new ApexList(typeRef('Database.Error'), [...self.errors]),
      'getId()': (_rt, self: DatabaseResult) => self.id,
      'isSuccess()': (_rt, self: DatabaseResult) => self.success
    })
  );
}

export const results: readonly LibraryEntry[] = [
  ...RESULT_KINDS.flatMap((kind) => resultMethods(`Database.${kind}`)),
  ...implement(
    'Database.MergeResult',
    instanceMethods({
      'getMergedRecordIds()': (_rt, self: DatabaseResult) => idList(self.merged.records),
      'getUpdatedRelatedIds()': (_rt, self: DatabaseResult) => idList(self.merged.children)
    })
  ),
  ...implement(
    'Database.UpsertResult',
    instanceMethods({ 'isCreated()': (_rt, self: DatabaseResult) => self.created })
  ),
  ...implement(
    'Database.Error',
    instanceMethods({
      'getFields()': (_rt, self: DatabaseError) => new ApexList(typeRef('String'), [...self.error.fields]),
      'getMessage()': (_rt, self: DatabaseError) => self.error.message,
      'getStatusCode()': (_rt, self: DatabaseError) => platformEnumValue('System.StatusCode', self.error.statusCode)
    })
  )
];
