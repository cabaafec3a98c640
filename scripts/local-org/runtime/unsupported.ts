/** The local org does not do this. Never an Apex exception: no catch or finally of the program may see it. */
export class UnsupportedCall extends Error {
  override readonly name = 'UnsupportedCall';

  constructor(
    readonly apexType: string,
    readonly key: string
  ) {
    super(
      `${apexType}.${key} is not supported by the local org: implement it in its library, or keep it out of this run.`
    );
  }
}

/** System.LimitException: ends the transaction, cannot be caught by Apex; finalizers still run. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  readonly apexType = 'System.LimitException';
}

/** The platform ended the request: nothing of the program runs any more. */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}
