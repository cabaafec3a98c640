import type { CodeContext, DmlOperation } from '../../contracts/data';
import type { Runtime } from '../../contracts/runtime';
import type { SchemaObject } from '../../project/schema-object';
import type { ApexId } from '../../runtime/id';
import type { SObjectValue } from '../../runtime/sobject';
import type { Access } from '../security/access';
import type { DataSession } from '../store/data-session';
import type { OrgDatabase } from '../store/database';
import type { Row } from '../store/rows';
import type { DmlItem } from './results';

export type WriteOperation = Exclude<DmlOperation, 'upsert' | 'merge'>;

export interface DmlOptions {
  readonly operation: DmlOperation;
  /** Without it, rows that are right are saved although others are not. */
  readonly allOrNone: boolean;
  readonly access: 'user' | 'system';
  readonly upsertField: string | undefined;
  /** Texts that are too long are cut instead of refused. */
  readonly truncate?: boolean;
  readonly code: CodeContext;
}

/** What every stage of a DML statement works with. */
export interface DmlContext {
  readonly rt: Runtime;
  readonly db: OrgDatabase;
  readonly session: DataSession;
  readonly options: DmlOptions;
  /** Whose permissions are checked; undefined in system mode. */
  readonly user: Access | undefined;
  /** Whose sharing is checked: in user mode, and in classes with sharing. */
  readonly sharing: Access | undefined;
  readonly userId: ApexId;
}

/** A row being saved: what triggers see as Trigger.new, and what the store held before. */
export interface WorkRow {
  readonly item: DmlItem;
  readonly row: SObjectValue;
  readonly before: Row | undefined;
}

/** Rows of one object that go through the triggers together. */
export interface Chunk {
  readonly object: SchemaObject;
  readonly items: readonly DmlItem[];
}
