import type { Statement } from './statement';
import { exact, GUIDE } from './statement';

export const tests: readonly Statement[] = [
  exact(
    'test.stop-runs-jobs',
    'stopTest runs the jobs and delivers the events of the test',
    `${GUIDE}, Using Limits, startTest, and stopTest`
  ),
  exact(
    'test.isolation',
    'Each test starts from an org without records, plus those of @TestSetup, and leaves none; statics and cache are fresh',
    `${GUIDE}, Isolation of Test Data, and Using Test Setup Methods`
  ),
  exact(
    'test.fresh-limits',
    'startTest gives the test limits, and pending work, of its own until stopTest; it can be called once',
    `${GUIDE}, Using Limits, startTest, and stopTest`
  ),
  exact(
    'test.run-as',
    'System.runAs changes the user for its block, however the block ends, and inserts a user that is new',
    `${GUIDE}, Using the runAs Method`
  ),
  exact(
    'test.read-only',
    'In read-only mode writes are refused and callouts go out',
    `${GUIDE}, Apex Callouts in Read-Only Mode`
  ),
  exact('test.assert-uncatchable', 'A failed assertion cannot be caught', 'Apex Reference Guide, Assert Class'),
  exact('test.no-callouts', 'A callout in a test needs a mock', `${GUIDE}, Testing HTTP Callouts`),
  exact(
    'unsupported.stops',
    'What the local org lacks stops the run with its name; no catch or finally of Apex runs',
    'Our own rule'
  )
];
