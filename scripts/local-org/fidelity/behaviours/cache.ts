import type { Statement } from './statement';
import { approximate, exact, GUIDE } from './statement';

export const cache: readonly Statement[] = [
  exact(
    'cache.visible-on-commit',
    'A put is visible to others only when its request has succeeded',
    `${GUIDE}, Platform Cache Internals`
  ),
  exact('cache.memoised', 'A key read twice in one request gives the same value', `${GUIDE}, Platform Cache Internals`),
  exact('cache.rolled-back', 'A failed request leaves nothing in the cache', `${GUIDE}, Platform Cache Internals`),
  approximate(
    'cache.race',
    'Of two racing puts one wins by chance (here: a fair coin)',
    `${GUIDE}, Platform Cache Considerations`
  ),
  exact(
    'cache.no-capacity',
    'Without capacity put and get do nothing and raise nothing',
    `${GUIDE}, Platform Cache Partitions`
  ),
  exact('cache.ttl', 'A time to live under 300 seconds or over 48 hours is refused', `${GUIDE}, Platform Cache Limits`),
  exact('cache.expires', 'An entry is gone when its time to live is over', `${GUIDE}, Platform Cache Limits`),
  approximate(
    'cache.evicted',
    'Entries may vanish at any time (here: when a test or simulation says so)',
    `${GUIDE}, Platform Cache Considerations`
  ),
  approximate(
    'cache.limits',
    'Keys are alphanumeric and at most 50 characters long, items at most 100 KB (sizes are estimated)',
    `${GUIDE}, Platform Cache Limits`
  ),
  exact(
    'cache.partition-missing',
    'A partition that does not exist is noticed only when it is asked for',
    `${GUIDE}, Platform Cache Partitions`
  ),
  approximate(
    'cache.copies',
    'The cache holds copies without transient members (also within the request that put them, which is not documented)',
    `${GUIDE}, Platform Cache Internals`
  )
];
