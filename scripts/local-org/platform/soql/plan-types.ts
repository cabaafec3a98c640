import type { SoqlQuery, SoqlValue } from '../../compiler/ast-soql';
import type { FieldSchema } from '../../contracts/schema';
import type { SchemaObject } from '../../project/schema-object';
import type { OrgDatabase } from '../store/database';
import type { Row } from '../store/rows';
import type { CompiledCondition } from './conditions';
import type { QueryEnv, Read } from './env';
import type { RunSubquery } from './operands';

export interface ParentPlan {
  readonly relationship: string;
  readonly lookup: string;
  /** Where the lookup names an object or a field instead of pointing at a row. */
  readonly definition: SchemaObject | undefined;
  readonly select: SelectPlan;
}

/** What is taken of a row and of its parents: a tree, since 'Owner.Name' and 'Owner.Email' share the owner. */
export interface SelectPlan {
  readonly fields: readonly string[];
  readonly parents: readonly ParentPlan[];
  readonly children: readonly ChildPlan[];
}

export interface ChildPlan {
  readonly relationship: string;
  /** The child's lookup to the row. */
  readonly lookup: string;
  readonly plan: QueryPlan;
}

export interface Column {
  /** Alias, field name, or expr0, expr1 ... */
  readonly name: string;
  readonly cell: string;
}

export type Compute = (env: QueryEnv, rows: readonly Row[]) => unknown;

/** Each group becomes one row of cells; selecting, HAVING and ORDER BY read cells. */
export interface GroupPlan {
  readonly keys: readonly Read[];
  readonly cells: ReadonlyMap<string, Compute>;
  readonly columns: readonly Column[];
  readonly having: CompiledCondition | undefined;
  readonly order: readonly OrderPlan[];
  /** SELECT COUNT() FROM ...: the answer is an Integer. */
  readonly countOnly: boolean;
  /** COUNT() and COUNT(field) cost one query row a group; other functions cost each row they look at. */
  readonly onlyCounts: boolean;
}

/** A field that a query touches: user mode checks each. */
export interface Use {
  readonly object: SchemaObject;
  readonly field: FieldSchema | undefined;
}

export interface OrderPlan {
  readonly read: Read;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** A query with its names resolved: independent of user, binds and rows, so that it is made once per place in code. */
export interface QueryPlan {
  readonly query: SoqlQuery;
  readonly object: SchemaObject;
  readonly uses: readonly Use[];
  readonly select: SelectPlan;
  readonly groups: GroupPlan | undefined;
  readonly where: CompiledCondition | undefined;
  readonly order: readonly OrderPlan[];
  readonly limit: SoqlValue | undefined;
  readonly offset: SoqlValue | undefined;
}

export interface PlanContext {
  readonly db: OrgDatabase;
  readonly namespace: string;
  readonly runSubquery: RunSubquery;
}
