import { LightningElement, api, wire } from 'lwc';
import integrity from '@salesforce/apex/ConnectionsController.integrity';
import { refreshApex } from '@salesforce/apex';
import BAD from '@salesforce/label/c.Integrity_Bad';
import CAUSES from '@salesforce/label/c.Integrity_Causes';
import DAY from '@salesforce/label/c.Integrity_Day';
import EMPTY_TEXT from '@salesforce/label/c.Integrity_Empty_Text';
import EMPTY_TITLE from '@salesforce/label/c.Integrity_Empty_Title';
import ERROR from '@salesforce/label/c.Integrity_Error';
import GOOD from '@salesforce/label/c.Integrity_Good';
import LOADING from '@salesforce/label/c.Integrity_Loading';
import RATE from '@salesforce/label/c.Integrity_Rate';
import TABLE from '@salesforce/label/c.Integrity_Table';
import TITLE from '@salesforce/label/c.Integrity_Title';
import { fill } from 'c/text';
import { type Bar, barsOf, DAYS, HEIGHT, STEP } from './bars';

/** How many rotations kept the chain of refresh tokens whole: drawn for eyes, and the same as a table. */
export default class IntegrityChart extends LightningElement {
  @wire(integrity)
  wired: WireResult<readonly Apex.IntegrityDay[]> | undefined;

  readonly labels = { BAD, CAUSES, DAY, EMPTY_TEXT, EMPTY_TITLE, ERROR, GOOD, LOADING, TABLE, TITLE };
  readonly viewBox = `0 0 ${DAYS * STEP} ${HEIGHT}`;

  get days(): readonly Apex.IntegrityDay[] {
    return this.wired?.data ?? [];
  }

  get failure(): unknown {
    return this.wired?.error;
  }

  get loading(): boolean {
    return this.wired?.data === undefined;
  }

  get empty(): boolean {
    return this.days.length === 0;
  }

  get bars(): Bar[] {
    return barsOf(this.days);
  }

  /** Newest first, and only days on which anything happened. */
  get rows(): Bar[] {
    return this.bars.filter(({ causes }) => causes !== '').reverse();
  }

  get rate(): string {
    const good = this.bars.reduce((sum, bar) => sum + bar.good, 0);
    const all = this.bars.reduce((sum, bar) => sum + bar.bad, good);
    // Rounded down: only a chain that never broke is called whole.
    return fill(RATE, good, all, all === 0 ? 100 : Math.floor((good * 10_000) / all) / 100);
  }

  @api
  async refresh(): Promise<void> {
    await refreshApex(this.wired);
  }

  handleRetry(): Promise<void> {
    return this.refresh();
  }
}
