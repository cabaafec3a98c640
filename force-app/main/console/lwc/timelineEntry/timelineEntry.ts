import { LightningElement, api } from 'lwc';
import AT_GENERATION from '@salesforce/label/c.Timeline_At_Generation';
import BY from '@salesforce/label/c.Timeline_By';
import STEP from '@salesforce/label/c.Timeline_Step';
import { fill } from 'c/text';
import { type Look, lookOf } from 'c/happenings';

/** Happened to all connections, whatever their generation. */
const OF_ALL = new Set(['PausedAll', 'ResumedAll']);

export default class TimelineEntry extends LightningElement {
  @api entry: Apex.TimelineEntry | undefined;

  get look(): Look {
    return lookOf(this.entry?.kind ?? '');
  }

  get step(): string {
    const { generation, kind } = this.entry ?? {};
    if (generation === null || generation === undefined || OF_ALL.has(kind ?? '')) return '';
    return kind === 'Rotated' ? fill(STEP, generation - 1, generation) : fill(AT_GENERATION, generation);
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
    const name = this.entry?.actorName ?? this.entry?.actor;
    return name ? fill(BY, name) : undefined;
  }
}
