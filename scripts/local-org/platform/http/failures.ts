import type { TransportFailure } from '../../contracts/transport';

/**
 * What CalloutException.getMessage() says for each way a callout can fail. Apex gives only these texts. Their source is
 * what users of the platform report; none is documented, so each is approximate.
 */
export function calloutMessage(failure: TransportFailure, endpoint: string): string {
  switch (failure.kind) {
    case 'read-timeout':
      return 'Read timed out';
    case 'reset':
      return 'Connection reset';
    case 'connection-refused':
      return 'Connection refused (Connection refused)';
    case 'unknown-host':
      return `Unknown host: ${hostOf(endpoint)}`;
    case 'tls':
      return `PKIX path building failed: ${failure.detail}`;
  }
}

export const UNCOMMITTED_WORK = 'You have uncommitted work pending. Please commit or rollback before calling out';

/** As users report it. */
export function tooLarge(what: 'request' | 'response', most: number, size: number): string {
  return `Exceeded max size limit of ${most} with ${what} size ${size}`;
}

export function unauthorizedEndpoint(endpoint: string): string {
  return `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`;
}

function hostOf(endpoint: string): string {
  try {
    return new URL(endpoint).hostname;
  } catch {
    return endpoint;
  }
}
