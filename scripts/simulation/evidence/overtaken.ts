import type { Choose } from '../../local-org/drivers/choose';
import type { Subject } from './subject';

/** The job has sent its request, and the provider has not seen it yet. */
const REQUEST_UNDER_WAY = /^serve job \S+ tokenward\.RotationJob$/;

/** A rotation during whose callout a person authorizes the connection again. */
export function rotateWhileAuthorized(subject: Subject): void {
  const { world } = subject;
  let authorized = false;
  const choose: Choose = (_count, labels) => {
    if (!authorized && labels().some((label) => REQUEST_UNDER_WAY.test(label))) {
      authorized = true;
      subject.authorizeAgain();
    }
    return 0;
  };
  // Time is a choice, so that there is one to make while the job waits for the provider.
  const driver = world.schedule(choose, { time: 'any-time' });
  driver.add('ask', subject.asking());
  driver.run();
  if (!authorized) throw new Error(`No request was under way at any moment of this rotation:\n${driver.text()}`);
}
