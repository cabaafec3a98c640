// Generated from the Apex of the console by "npx tsx scripts/console/apex-types/main.ts". A test fails when it drifts.
declare namespace Apex {
  interface AuthorizationForm {
    readonly uid?: string | null;
    readonly name?: string | null;
    readonly provider?: string | null;
    readonly redirectUri?: string | null;
    readonly needsSecret?: boolean | null;
    readonly again?: boolean | null;
    readonly warning?: string | null;
  }

  interface AuthorizationView {
    readonly authorizationId?: string | null;
    readonly status?: string | null;
    readonly uid?: string | null;
    readonly generation?: number | null;
    readonly text?: string | null;
  }

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
    readonly isPaused?: boolean | null;
    readonly canPause?: boolean | null;
    readonly canResolve?: boolean | null;
    readonly mustAgree?: boolean | null;
    readonly hasSecret?: boolean | null;
    readonly deliveredTo?: string | null;
    readonly mayChange?: boolean | null;
  }

  interface DeliveryNotice {
    readonly text?: string | null;
    readonly page?: string | null;
    readonly linkText?: string | null;
  }

  interface DeliveryView {
    readonly isOn?: boolean | null;
    readonly state?: string | null;
    readonly stateText?: string | null;
    readonly text?: string | null;
    readonly endpoint?: string | null;
    readonly generation?: number | null;
    readonly deliveredAt?: string | null;
    readonly notices?: readonly Apex.DeliveryNotice[] | null;
    readonly isPending?: boolean | null;
    readonly mayChange?: boolean | null;
    readonly refusal?: string | null;
  }

  interface DiscoveryView {
    readonly issuer?: string | null;
    readonly tokenEndpoint?: string | null;
    readonly changed?: boolean | null;
    readonly text?: string | null;
  }

  interface FarewellStatus {
    readonly holding?: number | null;
    readonly closing?: number | null;
    readonly done?: number | null;
    readonly names?: readonly string[] | null;
    readonly owed?: readonly Apex.OwedRevocation[] | null;
  }

  interface IntegrityCause {
    readonly cause?: string | null;
    readonly times?: number | null;
    readonly isBad?: boolean | null;
  }

  interface IntegrityDay {
    readonly day?: string | null;
    readonly good?: number | null;
    readonly bad?: number | null;
    readonly causes?: readonly Apex.IntegrityCause[] | null;
  }

  interface KeyStatus {
    readonly version?: string | null;
    readonly current?: number | null;
    readonly older?: number | null;
  }

  interface OnboardingFinding {
    readonly key?: string | null;
    readonly title?: string | null;
    readonly state?: string | null;
    readonly reason?: string | null;
    readonly step?: string | null;
    readonly path?: string | null;
    readonly value?: string | null;
    readonly readsSettings?: boolean | null;
  }

  interface OwedRevocation {
    readonly name?: string | null;
    readonly attempts?: number | null;
    readonly nextTry?: string | null;
  }

  interface PauseStatus {
    readonly isPaused?: boolean | null;
    readonly since?: string | null;
    readonly who?: string | null;
    readonly mayChange?: boolean | null;
  }

  interface ProviderView {
    readonly developerName?: string | null;
    readonly label?: string | null;
    readonly loginHost?: string | null;
    readonly scopes?: string | null;
    readonly discovers?: boolean | null;
    readonly problem?: string | null;
  }

  interface RotateAnswer {
    readonly status?: string | null;
    readonly text?: string | null;
  }

  interface SweepStatus {
    readonly isOn?: boolean | null;
    readonly nextRun?: string | null;
    readonly text?: string | null;
    readonly mayChange?: boolean | null;
  }

  interface TimelineEntry {
    readonly id?: string | null;
    readonly at?: string | null;
    readonly kind?: string | null;
    readonly text?: string | null;
    readonly generation?: number | null;
    readonly actor?: string | null;
    readonly actorName?: string | null;
  }
}

declare module '@salesforce/apex/AuthorizationController.form' {
  const method: ApexMethod<{ uid: string | undefined; pageOrigin: string | undefined }, Apex.AuthorizationForm>;
  export default method;
}

declare module '@salesforce/apex/AuthorizationController.start' {
  const method: ApexMethod<{ uid: string | undefined; pageOrigin: string | undefined; clientSecret: string | undefined }, string>;
  export default method;
}

declare module '@salesforce/apex/AuthorizationController.look' {
  const method: ApexMethod<{ state: string | undefined }, Apex.AuthorizationView>;
  export default method;
}

declare module '@salesforce/apex/AuthorizationController.claim' {
  const method: ApexMethod<{ state: string | undefined; issuer: string | undefined }, string>;
  export default method;
}

declare module '@salesforce/apex/AuthorizationController.exchange' {
  const method: ApexMethod<{ state: string | undefined; authorizationId: string | undefined; code: string | undefined }, Apex.AuthorizationView>;
  export default method;
}

declare module '@salesforce/apex/AuthorizationController.decline' {
  const method: ApexMethod<{ state: string | undefined; issuer: string | undefined; error: string | undefined; description: string | undefined }, Apex.AuthorizationView>;
  export default method;
}

declare module '@salesforce/apex/ConnectionFormController.providers' {
  const method: CacheableApexMethod<undefined, readonly Apex.ProviderView[]>;
  export default method;
}

declare module '@salesforce/apex/ConnectionFormController.createConnection' {
  const method: ApexMethod<{ name: string | undefined; developerName: string | undefined; provider: string | undefined; details: Readonly<Record<string, string>> | undefined }, string>;
  export default method;
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

declare module '@salesforce/apex/ConnectionsController.resolve' {
  const method: ApexMethod<{ uid: string | undefined }, Apex.RotateAnswer>;
  export default method;
}

declare module '@salesforce/apex/ConnectionsController.disconnect' {
  const method: ApexMethod<{ connectionId: string | undefined }, void>;
  export default method;
}

declare module '@salesforce/apex/ConnectionsController.integrity' {
  const method: CacheableApexMethod<undefined, readonly Apex.IntegrityDay[]>;
  export default method;
}

declare module '@salesforce/apex/DeliveryController.delivery' {
  const method: CacheableApexMethod<{ connectionId: string | undefined }, Apex.DeliveryView>;
  export default method;
}

declare module '@salesforce/apex/DeliveryController.switchDelivery' {
  const method: ApexMethod<{ connectionId: string | undefined; isOn: boolean | undefined }, Apex.DeliveryView>;
  export default method;
}

declare module '@salesforce/apex/DeliveryController.deliverNow' {
  const method: ApexMethod<{ connectionId: string | undefined }, Apex.DeliveryView>;
  export default method;
}

declare module '@salesforce/apex/FarewellController.status' {
  const method: ApexMethod<undefined, Apex.FarewellStatus>;
  export default method;
}

declare module '@salesforce/apex/FarewellController.disconnectAll' {
  const method: ApexMethod<undefined, Apex.FarewellStatus>;
  export default method;
}

declare module '@salesforce/apex/KeyController.status' {
  const method: ApexMethod<undefined, Apex.KeyStatus>;
  export default method;
}

declare module '@salesforce/apex/KeyController.renew' {
  const method: ApexMethod<undefined, Apex.KeyStatus>;
  export default method;
}

declare module '@salesforce/apex/KeyController.goOn' {
  const method: ApexMethod<undefined, Apex.KeyStatus>;
  export default method;
}

declare module '@salesforce/apex/OnboardingController.readSettings' {
  const method: ApexMethod<{ uid: string | undefined }, Apex.DiscoveryView>;
  export default method;
}

declare module '@salesforce/apex/OnboardingController.probe' {
  const method: ApexMethod<{ uid: string | undefined }, readonly Apex.OnboardingFinding[]>;
  export default method;
}

declare module '@salesforce/apex/PauseController.status' {
  const method: ApexMethod<undefined, Apex.PauseStatus>;
  export default method;
}

declare module '@salesforce/apex/PauseController.setPaused' {
  const method: ApexMethod<{ connectionId: string | undefined; paused: boolean | undefined }, void>;
  export default method;
}

declare module '@salesforce/apex/PauseController.setAllPaused' {
  const method: ApexMethod<{ paused: boolean | undefined }, Apex.PauseStatus>;
  export default method;
}

declare module '@salesforce/apex/ReadinessController.warnings' {
  const method: CacheableApexMethod<undefined, readonly string[]>;
  export default method;
}

declare module '@salesforce/apex/SecretController.change' {
  const method: ApexMethod<{ connectionId: string | undefined; clientSecret: string | undefined }, void>;
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
