import UNKNOWN from '@salesforce/label/c.Error_Unknown';

/** Every shape in which a wire, Apex or JavaScript reports trouble, as sentences without repetition; never empty. */
export function reduceErrors(...errors: readonly unknown[]): string[] {
  const sentences = new Set(errors.flatMap(sentencesOf).filter((text) => text.trim() !== ''));
  return sentences.size > 0 ? [...sentences] : [UNKNOWN];
}

function sentencesOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (Array.isArray(error)) return error.flatMap(sentencesOf);
  if (!isObject(error)) return [];
  // Server errors nest the useful text in a body; its siblings only repeat the transport's status.
  if (error.body !== undefined) return sentencesOf(error.body);
  const nested = [error.pageErrors, error.output, error.errors, fieldErrorsOf(error.fieldErrors)].flatMap(sentencesOf);
  if (nested.length > 0) return nested;
  return [error.message ?? error.statusText].flatMap(sentencesOf);
}

function fieldErrorsOf(fieldErrors: unknown): unknown[] {
  return isObject(fieldErrors) ? Object.values(fieldErrors) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
