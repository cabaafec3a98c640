import { manualClock } from '../../../contracts/clock';
import type { Effect, Waiting } from '../../../contracts/effect';
import type { FaultHook } from '../../../contracts/fault';
import type { OrgUser } from '../../../contracts/org';
import type { Runtime, TriggerEntry } from '../../../contracts/runtime';
import { parseSoql } from '../../../compiler/lower/soql/parse-soql';
import { assembleProject } from '../../../project/assemble';
import { buildSchema } from '../../../project/schema';
import { ApexList } from '../../../runtime/list';
import type { SObjectValue } from '../../../runtime/sobject';
import { loadPlatformTypes } from '../../../types';
import { createDataAccess } from '../../data-access';
import type { LocalData } from '../../data-access';
import type { DmlOptions } from '../../dml/context';
import type { DmlItem } from '../../dml/results';
import { dmlStatement } from '../../dml/statement';
import { seedOrg } from '../../security/seed';
import type { DataSession } from '../data-session';
import { OrgDatabase } from '../database';
import { limitCounters } from '../../transaction/limits';
import { parcelFiles } from './parcel-project';

/** 2026-11-21T09:00:00Z, a Saturday. */
export const START = Date.UTC(2026, 10, 21, 9, 0, 0);

export const CODE = { namespace: 'pkg', className: 'pkg.Probe', sharing: undefined } as const;

/** An org with one package, without the engine: what queries and DML need of a runtime and no more. */
export class FixtureOrg {
  readonly clock = manualClock(START);
  readonly db: OrgDatabase;
  readonly data: LocalData;
  readonly users: readonly OrgUser[];
  triggers: readonly TriggerEntry[] = [];
  faults: FaultHook | undefined;
  #transactions = 0;

  constructor() {
    const config = { name: 'parcels', namespace: 'pkg', apiVersion: '65.0' };
    const project = assembleProject({ root: '', config, files: parcelFiles, problems: [] });
    if (project.problems.length > 0) throw new Error(JSON.stringify(project.problems));
    const schema = buildSchema([project], loadPlatformTypes());
    this.db = new OrgDatabase({ orgId: '00D000000000001EAA', clock: this.clock, schema, projects: [project] });
    this.users = seedOrg(this.db);
    this.data = createDataAccess(this.db);
  }

  user(alias: string): OrgUser {
    const found = this.users.find((user) => user.alias === alias);
    if (!found) throw new Error(`No user ${alias}.`);
    return found;
  }

  begin(alias = 'admin'): FixtureTransaction {
    this.#transactions += 1;
    return new FixtureTransaction(this, this.#transactions, this.user(alias));
  }
}

export class FixtureTransaction {
  readonly session: DataSession;
  readonly rt: Runtime;
  readonly effects: Effect[] = [];
  /** What stands in the way of a callout. */
  readonly pending: string[] = [];
  readonly tx: { readOnly: boolean };
  constructor(
    readonly org: FixtureOrg,
    readonly id: number,
    user: OrgUser
  ) {
    this.session = org.db.session(id);
    const tx = {
      id,
      kind: 'anonymous',
      user,
      session: this.session,
      limits: limitCounters('anonymous'),
      triggerFrames: [],
      dmlScope: {},
      markPending: (work: string) => void this.pending.push(work),
      clearPending: () => undefined,
      readOnly: false
    };
    const classes = { triggers: () => org.triggers };
    this.tx = tx;
    // Only what data code asks for; anything else fails loudly as undefined.
    this.rt = { org, tx, classes, data: org.data } as unknown as Runtime;
  }

  /** Runs waiting code to its end; `onLock` answers when rows are held by others. */
  drive<T>(work: Waiting<T>, onLock: () => 'retry' | 'timeout' = refuseToWait): T {
    let step = work.next();
    for (let i = 0; !step.done; i += 1) {
      if (i > 1000) throw new Error('The work does not end.');
      this.effects.push(step.value);
      step = work.next(step.value.kind === 'lock' ? onLock() : undefined);
    }
    return step.value;
  }

  query(text: string, onLock?: () => 'retry' | 'timeout'): unknown {
    return this.drive(this.org.data.queries.run(this.rt, parseSoql(text), NO_BINDS, CODE), onLock);
  }

  rows(text: string, onLock?: () => 'retry' | 'timeout'): readonly SObjectValue[] {
    const result = this.query(text, onLock);
    if (result instanceof ApexList) return result.items as SObjectValue[];
    throw new Error(`Not a list of rows: ${text}`);
  }

  /** The values of one field, in the order of the answer. */
  values(field: string, text: string): readonly unknown[] {
    return this.rows(text).map((row) => this.org.data.getField(this.rt, row, field));
  }

  row(object: string, fields: Readonly<Record<string, unknown>>): SObjectValue {
    const row = this.org.data.newSObject(this.rt, object);
    for (const [name, value] of Object.entries(fields)) this.org.data.putField(this.rt, row, name, value);
    return row;
  }

  dml(
    operation: DmlOptions['operation'],
    rows: readonly SObjectValue[],
    options: Partial<DmlOptions> & { readonly onLock?: () => 'retry' | 'timeout' } = {}
  ): readonly DmlItem[] {
    const { onLock, ...rest } = options;
    const full = { operation, allOrNone: true, access: 'system', upsertField: undefined, code: CODE, ...rest } as const;
    const list = new ApexList({ name: 'SObject', args: [] }, [...rows]);
    return this.drive(dmlStatement(this.org.db, this.rt, list, full), onLock);
  }

  insert(object: string, ...rows: readonly Readonly<Record<string, unknown>>[]): readonly SObjectValue[] {
    const values = rows.map((fields) => this.row(object, fields));
    this.dml('insert', values);
    return values;
  }

  commit(): void {
    this.session.commit();
  }
}

const NO_BINDS = { byIndex: () => null, byName: () => null };

function refuseToWait(): never {
  throw new Error('Nothing should have to wait here.');
}
