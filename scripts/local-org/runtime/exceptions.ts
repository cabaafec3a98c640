/** One failed row of a DML statement, as getDml*(index) reports it. */
export interface DmlFailure {
  readonly index: number;
  readonly id: string | null;
  readonly fields: readonly string[];
  readonly message: string;
  /** 'REQUIRED_FIELD_MISSING'. */
  readonly statusCode: string;
}

/**
 * An exception that Apex can catch, of the platform or (by emitted subclasses) of a project. Also a JavaScript Error,
 * so that its stack leads back to Apex lines through source maps.
 */
export class ApexException extends Error {
  override readonly name = 'ApexException';
  /** Canonical: 'System.QueryException', 'tokenward.CustodyException'. */
  readonly apexType: string;
  apexMessage: string | null;
  override cause: ApexException | null;
  dml: readonly DmlFailure[] = [];
  /** Filled by whoever can map the stack to Apex: the driver. */
  lineNumber: number | undefined;
  stackTraceText: string | undefined;
  identityHash: number | undefined;
  causeSet = false;
  /** Set by setMessage(): an AuraHandledException tells its first message to the browser only. */
  messageReplaced = false;
  /** A failed assertion ends the test: Apex code cannot catch it, although it is logged as an exception. */
  readonly catchable: boolean = true;

  constructor(apexType: string, message: string | null = null, cause: ApexException | null = null) {
    super(`${apexType}: ${message ?? ''}`);
    this.apexType = apexType;
    this.apexMessage = message;
    this.cause = cause;
    this.causeSet = cause !== null;
  }

  /** What the constructors (), (String), (Exception) and (String, Exception) do to a fresh instance. */
  initialise(message: string | null, cause: ApexException | null): this {
    this.setApexMessage(message);
    this.cause = cause;
    this.causeSet = cause !== null;
    return this;
  }

  setApexMessage(message: string | null): void {
    this.apexMessage = message;
    this.message = `${this.apexType}: ${message ?? ''}`;
  }
}

/** System.AssertException from System.assert and System.Assert. One that code throws itself can be caught. */
export class AssertionFailure extends ApexException {
  override readonly catchable = false;

  constructor(message: string) {
    super('System.AssertException', message);
  }
}

export function throwApex(type: string, message: string): never {
  throw new ApexException(type, message);
}

export function throwNull(): never {
  throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
}

export function throwNullArgument(position: number): never {
  throwApex('System.NullPointerException', `Argument ${position} cannot be null`);
}

/** The receiver of a member access: `notNull(x).size()`. */
export function notNull<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throwNull();
  return value;
}

export function argument<T>(value: T | null | undefined, position: number): T {
  if (value === null || value === undefined) throwNullArgument(position);
  return value;
}
