import { LightningElement, api } from 'lwc';
import ALL_WELL from '@salesforce/label/c.Page_All_Well';
import ATTENTION from '@salesforce/label/c.Page_Attention';
import ATTENTION_ONE from '@salesforce/label/c.Page_Attention_One';
import COUNT from '@salesforce/label/c.Page_Count';
import COUNT_ONE from '@salesforce/label/c.Page_Count_One';
import LIVE from '@salesforce/label/c.Page_Live';
import LIVE_HELP from '@salesforce/label/c.Page_Live_Help';
import NEW from '@salesforce/label/c.Page_New';
import NOT_LIVE from '@salesforce/label/c.Page_Not_Live';
import NOT_LIVE_HELP from '@salesforce/label/c.Page_Not_Live_Help';
import QUESTION from '@salesforce/label/c.Page_Question';
import REFRESH from '@salesforce/label/c.Page_Refresh';
import TITLE from '@salesforce/label/c.Page_Title';
import { fill } from 'c/text';

const HEALTHY = new Set(['Idle', 'Leased']);

export default class ConnectionsHeader extends LightningElement {
  @api connections: readonly Apex.ConnectionView[] | undefined;
  /** Whether changes arrive by themselves. */
  @api live = false;

  readonly labels = { NEW, QUESTION, REFRESH, TITLE };

  get summary(): string {
    const all = this.connections ?? [];
    if (all.length === 0) return '';
    const troubled = all.filter((view) => !HEALTHY.has(view.condition ?? '')).length;
    const count = all.length === 1 ? COUNT_ONE : fill(COUNT, all.length);
    if (troubled === 0) return `${count} · ${ALL_WELL}`;
    return `${count} · ${troubled === 1 ? ATTENTION_ONE : fill(ATTENTION, troubled)}`;
  }

  /** The row stays, since a live region must exist before its text does. */
  get summaryClass(): string {
    return this.summary === '' ? '' : 'slds-page-header__row slds-m-top_x-small';
  }

  /** Who may not change the connections that are there may not add one either. */
  get mayCreate(): boolean {
    return !this.connections?.some((view) => view.mayChange === false);
  }

  get liveText(): string {
    return this.live ? LIVE : NOT_LIVE;
  }

  get liveHelp(): string {
    return this.live ? LIVE_HELP : NOT_LIVE_HELP;
  }

  get liveIcon(): string {
    return this.live ? 'utility:broadcast' : 'utility:offline';
  }

  handleNew(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
