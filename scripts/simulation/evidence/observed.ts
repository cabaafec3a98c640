import type { WorldProgram } from '../world/program';
import type { WorldOptions } from '../world/world';
import { CLIENT_SECRET } from '../world/world';
import { Secrets } from './secrets';
import { Sinks } from './sinks';
import { Subject } from './subject';

export interface Observed {
  readonly subject: Subject;
  readonly secrets: Secrets;
  readonly sinks: Sinks;
}

/** An authorized connection of which every secret is known and every place watched. */
export function observed(program: WorldProgram, options: Partial<WorldOptions> = {}): Observed {
  const secrets = new Secrets();
  secrets.learn('client secret', CLIENT_SECRET);
  const subject = Subject.authorized(program, { ...options, watch: secrets.watch });
  return { subject, secrets, sinks: new Sinks(subject.world, secrets) };
}
