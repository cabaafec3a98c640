import type { Statement } from './statement';
import { exact, GUIDE } from './statement';

export const events: readonly Statement[] = [
  exact(
    'events.immediate',
    'Publish-immediately events survive the rollback of their publisher',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.immediate-early',
    'A subscriber of an immediate event may run before its publisher has committed',
    `${GUIDE}, EventBus Class`
  ),
  exact(
    'events.after-commit',
    'Publish-after-commit events vanish with their transaction',
    'Platform Events Developer Guide'
  ),
  exact('events.checkpoint', 'Events after a resume checkpoint come again', 'Platform Events Developer Guide'),
  exact(
    'events.retry',
    'A trigger that throws RetryableException gets its events again, at most nine times',
    'Platform Events Developer Guide'
  ),
  exact(
    'events.user',
    'Event triggers run as Automated Process unless a user is configured',
    'Platform Events Developer Guide'
  )
];
