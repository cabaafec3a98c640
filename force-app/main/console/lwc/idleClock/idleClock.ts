import { LightningElement, api } from 'lwc';
import TITLE from '@salesforce/label/c.Idle_Clock';
import DAYS from '@salesforce/label/c.Idle_Days';
import HOURS from '@salesforce/label/c.Idle_Hours';
import ONE_DAY from '@salesforce/label/c.Idle_One_Day';
import PASSED from '@salesforce/label/c.Idle_Passed';
import UNKNOWN from '@salesforce/label/c.Idle_Unknown';
import { fill } from 'c/text';

const RADIUS = 14;
const CENTRE = 18;
/** Shares of the limit that are left when the clock turns yellow and red. */
const LOW = 1 / 3;
const CRITICAL = 1 / 10;

/** An arc from twelve o'clock; a whole circle needs a hair less, since equal ends draw nothing. */
function arcPath(share: number): string {
  const angle = 2 * Math.PI * Math.min(Math.max(share, 0), 0.9999);
  const x = CENTRE + RADIUS * Math.sin(angle);
  const y = CENTRE - RADIUS * Math.cos(angle);
  const large = angle > Math.PI ? 1 : 0;
  return `M ${CENTRE} ${CENTRE - RADIUS} A ${RADIUS} ${RADIUS} 0 ${large} 1 ${x.toFixed(3)} ${y.toFixed(3)}`;
}

export default class IdleClock extends LightningElement {
  /** Whole days; negative once the limit has passed. */
  @api daysLeft: number | null | undefined;
  /** How much of the limit is used up, 0 to 1. */
  @api fraction: number | null | undefined;

  readonly labels = { TITLE };

  get share(): number {
    return 1 - (this.fraction ?? 1);
  }

  get arc(): string {
    return arcPath(this.share);
  }

  get arcClass(): string {
    if (this.share <= CRITICAL) return 'left critical';
    return this.share <= LOW ? 'left low' : 'left';
  }

  get text(): string {
    const days = this.daysLeft;
    if (days === null || days === undefined) return UNKNOWN;
    if (days < 0) return PASSED;
    if (days === 0) return HOURS;
    return days === 1 ? ONE_DAY : fill(DAYS, days);
  }
}
