/** Where a fault can strike. Points are passed in program order within a transaction. */
export type FaultPoint =
  | 'transaction.start'
  | 'query'
  | 'dml.before'
  | 'dml.after'
  | 'callout.before'
  | 'callout.after'
  | 'enqueue'
  | 'publish'
  | 'cache.get'
  | 'cache.put'
  | 'commit.before'
  | 'commit.after'
  | 'finalizer.start';

/** What is known where the hook is asked, so that a test can aim: 'update Custody__c in a queueable'. */
export interface FaultDetail {
  readonly point: FaultPoint;
  readonly transactionKind: string;
  /** The class of a job, the method of an entry point, the object of a query or DML. */
  readonly subject: string;
  readonly operation?: string;
}

export type Fault =
  | {
      readonly kind: 'exception';
      readonly type: string;
      readonly message: string;
      /** What getErrorCode() of a ConnectApi.ConnectApiException answers. */
      readonly errorCode?: string;
    }
  /** Cannot be caught by Apex; the finalizer of a queueable still runs. */
  | { readonly kind: 'limit'; readonly message: string }
  /** The platform ends the request: no catch, no finally, no finalizer; everything uncommitted is gone. */
  | { readonly kind: 'kill' };

/** Injects faults without touching Apex. Returns nothing where nothing is to happen. */
export interface FaultHook {
  at(detail: FaultDetail): Fault | undefined;
}

/** The n-th time (from 1) that `matches` holds, `fault` strikes. */
export function faultAt(matches: (detail: FaultDetail) => boolean, occurrence: number, fault: Fault): FaultHook {
  let seen = 0;
  return {
    at(detail) {
      if (!matches(detail)) return undefined;
      seen += 1;
      return seen === occurrence ? fault : undefined;
    }
  };
}
