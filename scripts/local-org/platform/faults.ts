import type { FaultPoint } from '../contracts/fault';
import type { Runtime } from '../contracts/runtime';
import { throwApex } from '../runtime/exceptions';
import { KilledError, LimitError } from '../runtime/unsupported';
import { ConnectApiFailure } from './credentials/failure';
import type { ApexTransaction } from './transaction/transaction';

/** Asks the org's fault hook at a point in the program, and lets the fault happen. */
export function strike(rt: Runtime, point: FaultPoint, subject: string, operation?: string): void {
  const hook = rt.org.faults;
  if (!hook) return;
  const { kind } = rt.tx as ApexTransaction;
  const detail = { point, transactionKind: kind, subject };
  const fault = hook.at(operation === undefined ? detail : { ...detail, operation });
  if (!fault) return;
  switch (fault.kind) {
    case 'exception':
      if (fault.errorCode !== undefined) throw new ConnectApiFailure(fault.errorCode, fault.message);
      throwApex(fault.type, fault.message);
      break;
    case 'limit':
      throw new LimitError(fault.message);
    case 'kill':
      throw new KilledError(`${point} of ${subject}`);
  }
}
