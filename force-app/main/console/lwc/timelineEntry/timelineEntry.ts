import { LightningElement, api } from 'lwc';
import AT_GENERATION from '@salesforce/label/c.Timeline_At_Generation';
import AUTHORIZED from '@salesforce/label/c.Kind_Authorized';
import BY from '@salesforce/label/c.Timeline_By';
import BY_JOB from '@salesforce/label/c.Timeline_By_Job';
import BY_USER from '@salesforce/label/c.Timeline_By_User';
import CHANGED from '@salesforce/label/c.Kind_Changed';
import DEAD from '@salesforce/label/c.Kind_Dead';
import FOREIGN from '@salesforce/label/c.Kind_Foreign';
import IN_DOUBT from '@salesforce/label/c.Kind_In_Doubt';
import MIRROR from '@salesforce/label/c.Kind_Mirror';
import ROTATED from '@salesforce/label/c.Kind_Rotated';
import STEP from '@salesforce/label/c.Timeline_Step';
import SUPERSEDED from '@salesforce/label/c.Kind_Superseded';
import WAITING from '@salesforce/label/c.Kind_Waiting';
import { fill } from 'c/text';

/** Actors are ids; their first three characters tell what they are. */
const BY_PREFIX: Readonly<Record<string, string>> = { '707': BY_JOB, '005': BY_USER };

interface Look {
  readonly icon: string;
  readonly variant: string;
  readonly title: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  Rotated: { icon: 'utility:success', variant: 'success', title: ROTATED },
  Authorized: { icon: 'utility:user', variant: 'success', title: AUTHORIZED },
  Waiting: { icon: 'utility:clock', variant: 'warning', title: WAITING },
  InDoubt: { icon: 'utility:question', variant: 'warning', title: IN_DOUBT },
  Dead: { icon: 'utility:error', variant: 'error', title: DEAD },
  Changed: { icon: 'utility:warning', variant: 'warning', title: CHANGED },
  Foreign: { icon: 'utility:ban', variant: 'error', title: FOREIGN },
  Superseded: { icon: 'utility:skip', variant: '', title: SUPERSEDED },
  Mirror: { icon: 'utility:warning', variant: 'warning', title: MIRROR }
};

export default class TimelineEntry extends LightningElement {
  @api entry: Apex.TimelineEntry | undefined;

  get look(): Look {
    const kind = this.entry?.kind ?? '';
    return LOOKS[kind] ?? { icon: 'utility:info', variant: '', title: kind };
  }

  get step(): string {
    const generation = this.entry?.generation;
    if (generation === null || generation === undefined) return '';
    return this.entry?.kind === 'Rotated' ? fill(STEP, generation - 1, generation) : fill(AT_GENERATION, generation);
  }

  /** A rotation's text repeats its step. */
  get text(): string | undefined {
    return this.entry?.kind === 'Rotated' ? undefined : (this.entry?.text ?? undefined);
  }

  /** The relative form takes no ISO text. */
  get milliseconds(): number | undefined {
    return this.entry?.at ? Date.parse(this.entry.at) : undefined;
  }

  get actor(): string | undefined {
    const actor = this.entry?.actor;
    return actor ? fill(BY_PREFIX[actor.slice(0, 3)] ?? BY, actor) : undefined;
  }
}
