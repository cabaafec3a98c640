/** A user the console can run as. */
export interface ConsoleUser {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
}

export interface InvokeFailure {
  readonly ok: false;
  readonly message: string;
  /** The Apex type of what was thrown. */
  readonly exceptionType: string;
  /** Anything more the page may offer to do about it. */
  readonly actionable?: unknown;
  /** Set when nothing ran: there is no such method, the user may not call it, or the parameters do not fit it. */
  readonly refused?: 'unknown-method' | 'no-access' | 'bad-parameters';
}

export type InvokeResult = { readonly ok: true; readonly value: unknown } | InvokeFailure;

export type PlatformEventListener = (channel: string, payload: Record<string, unknown>) => void;

/** The org behind the console host. A rejected promise means that the org itself failed, not the Apex in it. */
export interface ConsoleBackend {
  /** At least one; the first is the one a new visitor runs as. */
  users(): readonly ConsoleUser[];
  invoke(userId: string, className: string, methodName: string, params: Record<string, unknown>): Promise<InvokeResult>;
  /** Calls the listener for each event after its commit; returns how to stop. */
  onPlatformEvent(listener: PlatformEventListener): () => void;
  /** The org's time, where it differs from the machine's. */
  now?(): number;
}
