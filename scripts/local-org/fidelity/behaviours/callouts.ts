import type { Statement } from './statement';
import { approximate, exact, GUIDE } from './statement';

export const callouts: readonly Statement[] = [
  exact(
    'callout.pending-work',
    'A callout after DML or enqueueJob is refused; after an immediate publish or a cache put it is not',
    `${GUIDE}, Callout Limits and Limitations`
  ),
  exact(
    'callout.remote-site',
    'A host without remote site is an unauthorized endpoint',
    `${GUIDE}, Adding Remote Site Settings`
  ),
  exact(
    'callout.savepoint',
    'A callout needs all savepoints released, and what followed them committed or undone',
    `${GUIDE}, Transaction Control`
  ),
  approximate(
    'callout.contexts',
    'Triggers, scheduled Apex and queueables without AllowsCallouts cannot call out (texts as users report them)',
    `${GUIDE}, Queueable Apex and Apex Scheduler`
  ),
  exact(
    'callout.timeouts',
    'A callout ends at its timeout, and all callouts of a transaction together after 120 seconds',
    `${GUIDE}, Callout Limits and Limitations`
  ),
  exact(
    'callout.size',
    'A request or response of a callout has at most 6 MB, or 12 MB in asynchronous Apex',
    `${GUIDE}, Execution Governors and Limits; the text as users report it`
  ),
  exact(
    'callout.compression',
    'A request is compressed where it asks for it; a compressed response reaches the code uncompressed',
    `${GUIDE}, HTTP Classes`
  ),
  approximate(
    'callout.header-names',
    'A response finds a header by the name as the server wrote it, in that case only',
    'Reports of users; not documented'
  ),
  approximate('callout.get-with-body', 'A GET with a body is sent as POST', 'Reports of users; not documented'),
  approximate('callout.failures', 'Texts of transport failures', 'Reports of users; not documented')
];
