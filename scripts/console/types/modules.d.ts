declare module '@salesforce/label/c.*' {
  const text: string;
  export default text;
}

declare module '@salesforce/schema/*' {
  const reference: { readonly objectApiName: string };
  export default reference;
}

declare module '@salesforce/apex' {
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module 'lightning/empApi' {
  export interface PlatformEventMessage {
    readonly channel: string;
    readonly data: {
      readonly payload: Readonly<Record<string, unknown>>;
      readonly event: { readonly replayId: number };
    };
  }
  export interface Subscription {
    readonly id?: unknown;
    readonly channel: string;
  }
  export function isEmpEnabled(): Promise<boolean>;
  export function subscribe(
    channel: string,
    replayId: number,
    onMessage: (message: PlatformEventMessage) => void
  ): Promise<Subscription>;
  export function unsubscribe(subscription: Subscription, callback?: (response: unknown) => void): Promise<unknown>;
  export function onError(callback: (error: unknown) => void): void;
}
