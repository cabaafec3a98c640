import type { Clock } from '../contracts/clock';
import { manualClock } from '../contracts/clock';
import type { OrgUser, RandomSource } from '../contracts/org';
import type { Program } from '../contracts/program';
import { Engine } from '../engine/engine';
import { runSync } from '../drivers/sync';
import { library } from '../library';
import { platformTx } from '../platform/current';
import type { DmlOptions } from '../platform/dml/context';
import { dmlStatement, homeCode } from '../platform/dml/statement';
import { seedNotificationTypes } from '../platform/flow/notifications';
import { LocalOrg } from '../platform/org';
import { LocalData } from '../platform/data-access';
import { seedOrg } from '../platform/security/seed';
import { OrgDatabase } from '../platform/store/database';
import { SObjectValue } from '../runtime/sobject';
import type { TestRunner } from '../testing/run-test';
import { seededBytes } from './random';
import { CodeOnStack } from './running-code';
import { SharedData, SharedDatabase } from './shared-data';
import { sharedLibrary } from './shared-library';
import type { Workspace } from './workspace';

/** A fixed moment, so that a run repeats: tests that need another one set their own clock. */
export const TEST_START = Date.UTC(2026, 10, 21, 9, 0, 0);

/** 18 characters; a copy of the org gets another one. */
export const PRODUCTION_ID = '00D000000000001EAA';
export const SANDBOX_ID = '00D000000000002EAA';

export interface OrgChoices {
  readonly clock?: Clock;
  readonly random?: RandomSource;
  readonly id?: string;
}

export type OrgEngine = Engine<LocalOrg>;

/** An org with the program loaded and its users in place. */
export function bootOrg(workspace: Workspace, program: Program, choices: OrgChoices = {}): OrgEngine {
  const { projects, platform, schema } = workspace;
  const clock = choices.clock ?? manualClock(TEST_START);
  const id = choices.id ?? PRODUCTION_ID;
  const databaseOptions = { orgId: id, clock, schema, projects };
  const shared = projects.length > 1 ? new SharedDatabase(databaseOptions) : undefined;
  const database = shared ?? new OrgDatabase(databaseOptions);
  const users = seedOrg(database);
  const random = choices.random ?? seededBytes(1);
  const org = new LocalOrg({ id, clock, random, schema, data: database, users, isSandbox: id === SANDBOX_ID });
  for (const project of projects) {
    for (const partition of project.cachePartitions) {
      org.cache.definePartition(project.namespace, partition.name, partition.organizationMb);
    }
    for (const site of project.remoteSites) org.remoteSites.add(site.name, site.url, site.active);
    org.credentials.load(project);
    seedNotificationTypes(database, project);
  }
  const engine: OrgEngine = new Engine<LocalOrg>({
    org,
    library: shared ? sharedLibrary(library) : library,
    data: shared ? new SharedData(shared) : new LocalData(database),
    mode: program.mode,
    platform,
    userOf: (row) => {
      // Apex Developer Guide, Using the runAs Method: the examples run as a user that was not inserted before.
      if (isNewUser(row)) engine.drive(dmlStatement(database, engine, row, newUserOptions(database)));
      return org.userOfRow(row, platformTx(engine).session);
    }
  });
  org.code = new CodeOnStack(engine.classes, projects[0]?.namespace ?? '', program.units);
  if (shared) shared.code = org.code;
  org.invocables.attach(engine);
  engine.load(program);
  return engine;
}

/** The parts that running Apex tests needs. */
export function bootPlain(workspace: Workspace, program: Program): TestRunner {
  const engine = bootOrg(workspace, program);
  return {
    host: engine,
    user: administrator(engine.org),
    drive: (work) => runSync(engine, work),
    trace: (error) => engine.stackText(error),
    now: () => performance.now()
  };
}

export function administrator(org: LocalOrg): OrgUser {
  return org.user((user) => user.profileName === 'System Administrator', 'administrator');
}

function isNewUser(row: unknown): boolean {
  return row instanceof SObjectValue && row.objectName === 'User' && row.id === null;
}

function newUserOptions(database: OrgDatabase): DmlOptions {
  return { operation: 'insert', allOrNone: true, access: 'system', upsertField: undefined, code: homeCode(database) };
}
