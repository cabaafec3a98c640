import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secrets } from '../simulation/evidence/secrets';
import { HOST, World } from '../simulation/world/world';
import type { WorldProgram } from '../simulation/world/program';
import { compile, managed, openWorkspace } from '../local-org/boot/workspace';
import type { Workspace } from '../local-org/boot/workspace';
import type { OrgUser } from '../local-org/contracts/org';
import { failureText } from '../local-org/platform/apex-failure';
import { assignPermissionSet } from '../local-org/platform/security/seed';
import type { Outcome } from '../local-org/platform/transaction/run';
import { runTransaction } from '../local-org/platform/transaction/run';
import { ApexId } from '../local-org/runtime/id';
import type { Project } from '../local-org/project';
import { assembleProject, readProject } from '../local-org/project';
import type { TextFile } from '../local-org/project/xml';
import { loadPlatformTypes } from '../local-org/types';

const ROOT = join(__dirname, '..', '..');
const FIXTURES = join(ROOT, 'scripts', 'simulation', 'fixtures');
const MINUTE_MS = 60_000;

export const RESOURCE = `${HOST}/services/data/v65.0/`;
export const PERMISSION = 'Use_Erp';
export const USER_SETS = ['Tokenward_User', 'Erp_User'] as const;

/** The package, installed; read once for all tests of a file. */
export const PACKAGE = managed(readProject(ROOT));

/** An org that has installed the package, with the consumer's code beside it, and more of it where a test wants. */
export function consumerWorkspace(...more: readonly TextFile[]): Workspace {
  const consumer = readProject(join(__dirname, 'project'));
  const setup = {
    path: 'SetupConnections.cls',
    kind: 'class',
    text: readFileSync(join(FIXTURES, 'SetupConnections.cls'), 'utf8')
  } as const;
  const projects: readonly Project[] = [PACKAGE, ...(more.length > 0 ? [extra(more)] : [consumer])];
  return openWorkspace(projects, loadPlatformTypes(), [{ namespace: 'tokenward', files: [setup] }]);
}

function extra(files: readonly TextFile[]): Project {
  const config = { name: 'extra', namespace: '', apiVersion: '65.0' };
  return assembleProject({ root: 'extra', config, files, problems: [] });
}

export function consumerProgram(): WorldProgram {
  const workspace = consumerWorkspace();
  return { workspace, ...compile(workspace, 'generator', false) };
}

/** A customer's org: a connection 'erp' that asks for a permission of the customer's own, and people with and without. */
export class ConsumerWorld {
  readonly secrets = new Secrets();
  readonly world: World;
  readonly uid: string;

  constructor(program: WorldProgram, seed = 1) {
    this.world = new World(program, { seed, watch: this.secrets.watch });
    this.uid = this.world.connect({ developerName: 'erp' });
    this.#setPermission();
  }

  get admin(): OrgUser {
    return this.world.user;
  }

  /** A user with a minimal profile and these permission sets. */
  user(alias: string, ...sets: readonly string[]): OrgUser {
    const user = this.world.org.user((candidate) => candidate.alias === alias, alias);
    for (const name of sets) assignPermissionSet(this.world.org.data, user.id, name);
    return user;
  }

  /** Calls 'Class.method' of the consumer with texts, and lets all that follows happen: its value, or its error's text. */
  call(target: string, args: readonly string[], user: OrgUser, minutes = 0): string {
    const driver = this.world.schedule(() => 0, { until: this.world.clock.now() + minutes * MINUTE_MS });
    const runner = driver.add(target, this.calling(target, args, user));
    driver.run();
    const outcome = runner.value as Outcome<unknown>;
    return outcome.ok ? String(outcome.value) : failureText(outcome.error);
  }

  /** The transaction of `call`, for a schedule. */
  calling(target: string, args: readonly string[], user: OrgUser) {
    const [className = '', method = ''] = target.split('.');
    const key = `${method.toLowerCase()}(${args.map(() => 'String').join(',')})`;
    return runTransaction(this.world.engine, { kind: 'anonymous', subject: target, user }, () =>
      this.world.engine.callStaticWaiting(`c.${className}`, key, args)
    );
  }

  /** The rows of an object, as they are stored. */
  rows(object: string): readonly Readonly<Record<string, unknown>>[] {
    return [...this.world.org.data.store.table(object).entries()].map(([, row]) => row);
  }

  /** What the consumer's code has noted under a name. */
  notes(name: string): readonly string[] {
    return this.rows('Note__c')
      .filter((row) => row['Name'] === name)
      .map((row) => String(row['Text__c']));
  }

  custodyId(): string {
    const id = this.rows('tokenward__Custody__c')[0]?.['Id'];
    if (id instanceof ApexId) return id.value;
    throw new Error('The connection has no custody row.');
  }

  #setPermission(): void {
    const args = [ApexId.parse(this.uid), PERMISSION];
    this.world.settle(this.world.request('SetupConnections', 'require(Id,String)', args));
  }
}
