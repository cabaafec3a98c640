import { ApexException } from '../runtime/exceptions';
import { KilledError, LimitError } from '../runtime/unsupported';

/** Failures that belong to the Apex program, as against those of the emulator or of what it does not support. */
export function isApexFailure(error: unknown): error is ApexException | LimitError | KilledError {
  return error instanceof ApexException || error instanceof LimitError || error instanceof KilledError;
}

/** 'System.QueryException: List has no rows ...', as logs and AsyncApexJob.ExtendedStatus print it. */
export function failureText(error: unknown): string {
  if (error instanceof ApexException) return `${displayType(error.apexType)}: ${error.apexMessage ?? ''}`;
  if (error instanceof LimitError) return `System.LimitException: ${error.message}`;
  if (error instanceof KilledError) return 'The request was ended by the platform.';
  return String(error);
}

function displayType(canonical: string): string {
  return canonical.startsWith('c.') ? canonical.slice(2) : canonical;
}

/** What getException() of a finalizer's context hands to Apex: a limit error arrives as an exception object there. */
export function asApexException(error: unknown): ApexException {
  if (error instanceof ApexException) return error;
  return new ApexException('System.LimitException', error instanceof Error ? error.message : String(error));
}
