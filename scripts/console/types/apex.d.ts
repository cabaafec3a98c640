// Generated from the Apex of the console by "npx tsx scripts/console/apex-types/main.ts". A test fails when it drifts.
declare namespace Apex {
  interface ConnectionView {
    readonly uid?: string | null;
    readonly recordId?: string | null;
    readonly name?: string | null;
    readonly developerName?: string | null;
    readonly provider?: string | null;
    readonly state?: string | null;
    readonly condition?: string | null;
    readonly stateText?: string | null;
    readonly generation?: number | null;
    readonly lastRefresh?: string | null;
    readonly nextRefresh?: string | null;
    readonly idleDeadline?: string | null;
    readonly idleDaysLeft?: number | null;
    readonly idleFraction?: number | null;
    readonly lastOutcome?: string | null;
    readonly nextStep?: string | null;
    readonly canRotate?: boolean | null;
  }

  interface RotateAnswer {
    readonly status?: string | null;
    readonly text?: string | null;
  }

  interface SweepStatus {
    readonly isOn?: boolean | null;
    readonly nextRun?: string | null;
    readonly text?: string | null;
  }

  interface TimelineEntry {
    readonly id?: string | null;
    readonly at?: string | null;
    readonly kind?: string | null;
    readonly text?: string | null;
    readonly generation?: number | null;
    readonly actor?: string | null;
  }
}

declare module '@salesforce/apex/ConnectionsController.getConnections' {
  const method: CacheableApexMethod<undefined, readonly Apex.ConnectionView[]>;
  export default method;
}

declare module '@salesforce/apex/ConnectionsController.timeline' {
  const method: CacheableApexMethod<{ uid: string | undefined }, readonly Apex.TimelineEntry[]>;
  export default method;
}

declare module '@salesforce/apex/ConnectionsController.rotateNow' {
  const method: ApexMethod<{ uid: string | undefined; generation: number | undefined }, Apex.RotateAnswer>;
  export default method;
}

declare module '@salesforce/apex/SweepController.status' {
  const method: ApexMethod<undefined, Apex.SweepStatus>;
  export default method;
}

declare module '@salesforce/apex/SweepController.switchOn' {
  const method: ApexMethod<undefined, Apex.SweepStatus>;
  export default method;
}

declare module '@salesforce/apex/SweepController.switchOff' {
  const method: ApexMethod<undefined, Apex.SweepStatus>;
  export default method;
}
