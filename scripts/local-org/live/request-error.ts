/** The page named something that does not exist, or sent something that does not fit: nothing was run. */
export class AuraRequestError extends Error {
  constructor(
    message: string,
    readonly refused: 'unknown-method' | 'bad-parameters' = 'bad-parameters'
  ) {
    super(message);
  }
}
