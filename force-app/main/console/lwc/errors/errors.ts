import NO_ACCESS from '@salesforce/label/c.Error_No_Access';
import UNKNOWN from '@salesforce/label/c.Error_Unknown';

/** What the platform says to a user without class access: true, but no help. */
const MISSING_CLASS_ACCESS = /^You do not have access to the Apex class named/;

/** Every shape in which a wire, Apex or JavaScript reports trouble, as sentences without repetition; never empty. */
export function reduceErrors(...errors: readonly unknown[]): string[] {
  const sentences = new Set(
    errors
      .flatMap(sentencesOf)
      .filter((text) => text.trim() !== '')
      .map(helpful)
  );
  return sentences.size > 0 ? [...sentences] : [UNKNOWN];
}

function helpful(sentence: string): string {
  return MISSING_CLASS_ACCESS.test(sentence) ? NO_ACCESS : sentence;
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
