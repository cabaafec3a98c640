import type { OrgEngine } from '../../../boot/boot';
import { administrator, bootOrg } from '../../../boot/boot';
import type { OrgUser } from '../../../contracts/org';
import type { TransactionKind } from '../../../contracts/transaction';
import type { WireRequest } from '../../../contracts/transport';
import { SeededDriver } from '../../../drivers/seeded';
import type { LabProgram } from '../../../fidelity/__tests__/lab';
import { toJson } from '../../../live/to-json';
import { failureText } from '../../apex-failure';
import { assignPermissionSet } from '../../security/seed';
import type { Outcome } from '../../transaction/run';
import { runTransaction } from '../../transaction/run';

/** A fresh org with packages in it, the requests that left it, and one transaction at a time. */
export class PackageOrg {
  readonly engine: OrgEngine;
  readonly requests: WireRequest[] = [];
  user: OrgUser;

  constructor(program: LabProgram) {
    this.engine = bootOrg(program.workspace, program.compiled.program);
    this.user = administrator(this.org);
  }

  get org() {
    return this.engine.org;
  }

  as(alias: string, ...permissionSets: readonly string[]): this {
    this.user = this.org.user((user) => user.alias === alias, alias);
    for (const name of permissionSets) assignPermissionSet(this.org.data, this.user.id, name);
    return this;
  }

  /** 'pkg.Class.method' or 'c.Class.method', without arguments: its value, or the text of the error it ended with. */
  call(target: string, kind: TransactionKind = 'anonymous'): unknown {
    const [namespace = '', className = '', method = ''] = target.split('.');
    const driver = new SeededDriver({
      slot: this.engine,
      clock: this.org.clock,
      server: { handle: (request) => this.#answer(request) },
      choose: () => 0,
      maxSteps: 10_000
    });
    const runner = driver.add(
      target,
      runTransaction(this.engine, { kind, subject: target, user: this.user }, () =>
        this.engine.callStaticWaiting(`${namespace}.${className}`, `${method.toLowerCase()}()`, [])
      )
    );
    driver.run();
    const outcome = runner.value as Outcome<unknown>;
    return outcome.ok ? toJson(this.engine, outcome.value) : failureText(outcome.error);
  }

  #answer(request: WireRequest) {
    this.requests.push(request);
    const response = { status: 200, reason: 'OK', headers: {}, body: Buffer.from('answer') };
    return { response, delayMs: 0, connection: 'deliver' as const };
  }
}
