import type { Statement } from './statement';
import { approximate, exact, GUIDE } from './statement';

export const security: readonly Statement[] = [
  exact(
    'security.user-mode',
    'User mode enforces the object and field permissions of the user',
    `${GUIDE}, Enforce User Mode for Database Operations`
  ),
  exact(
    'security.system-mode',
    'Apex runs in system mode unless it asks for user mode (API versions up to 66)',
    `${GUIDE}, Enforce User Mode for Database Operations`
  ),
  exact(
    'security.jobs-hidden',
    'Users without View Setup cannot read AsyncApexJob in user mode',
    'Object Reference, AsyncApexJob'
  ),
  exact(
    'security.read-only-objects',
    'Objects that only the platform writes, such as AsyncApexJob, refuse DML',
    'Object Reference'
  ),
  exact(
    'security.mixed-dml',
    'Setup objects and others cannot be written in one transaction, but for users without a role',
    `${GUIDE}, sObjects That Cannot Be Used Together in DML Operations`
  ),
  approximate(
    'security.shares',
    'A share gives its user access to a private record (shares with groups and roles are not followed, and survive a change of the owner)',
    'Object Reference, Custom Object Share'
  ),
  approximate(
    'security.protected',
    'Protected objects do not exist for the code of other packages (dynamic queries and describe run as the first package of the org)',
    'Second-Generation Managed Packaging Developer Guide'
  ),
  exact(
    'security.global-only',
    'Other packages see only what is global',
    'Second-Generation Managed Packaging Developer Guide'
  )
];
