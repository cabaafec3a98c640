import { LightningElement, api, wire } from 'lwc';
import timeline from '@salesforce/apex/ConnectionsController.timeline';
import { refreshApex } from '@salesforce/apex';
import EMPTY_TEXT from '@salesforce/label/c.Timeline_Empty_Text';
import EMPTY_TITLE from '@salesforce/label/c.Timeline_Empty_Title';
import ERROR from '@salesforce/label/c.Timeline_Error';
import LOADING from '@salesforce/label/c.Timeline_Loading';
import NONE_TEXT from '@salesforce/label/c.Timeline_None_Text';
import NONE_TITLE from '@salesforce/label/c.Timeline_None_Title';
import OF from '@salesforce/label/c.Timeline_Of';
import TITLE from '@salesforce/label/c.Timeline_Title';
import { fill } from 'c/text';

export default class RotationTimeline extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { EMPTY_TEXT, EMPTY_TITLE, ERROR, LOADING, NONE_TEXT, NONE_TITLE };

  @wire(timeline, { uid: '$uid' })
  wired: WireResult<readonly Apex.TimelineEntry[]> | undefined;

  get uid(): string | undefined {
    return this.connection?.uid ?? undefined;
  }

  get heading(): string {
    return this.connection ? fill(OF, this.connection.name) : TITLE;
  }

  get entries(): readonly Apex.TimelineEntry[] {
    return this.wired?.data ?? [];
  }

  get loading(): boolean {
    return this.wired?.data === undefined;
  }

  get empty(): boolean {
    return this.entries.length === 0;
  }

  /** Asks again; the connection may have changed without changing its id. */
  @api
  async refresh(): Promise<void> {
    if (this.uid !== undefined) await refreshApex(this.wired);
  }

  handleRetry(): Promise<void> {
    return this.refresh();
  }
}
