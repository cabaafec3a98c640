import { LightningElement, api } from 'lwc';
import GENERATION from '@salesforce/label/c.Tile_Generation';
import LAST from '@salesforce/label/c.Tile_Last_Refresh';
import NEVER from '@salesforce/label/c.Tile_Never';
import NEXT from '@salesforce/label/c.Tile_Next_Refresh';
import NEXT_STEP from '@salesforce/label/c.Tile_Next_Step';
import NOT_PLANNED from '@salesforce/label/c.Tile_Not_Planned';
import OUTCOME from '@salesforce/label/c.Tile_Last_Outcome';
import SHOW from '@salesforce/label/c.Tile_Show';
import WAS_DUE from '@salesforce/label/c.Tile_Was_Due';
import { fill } from 'c/text';

export default class ConnectionTile extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;
  @api chosen = false;

  readonly labels = { GENERATION, LAST, NEVER, NEXT_STEP, NOT_PLANNED, OUTCOME };

  get tileClass(): string {
    return this.chosen ? 'tile tile_chosen slds-p-around_medium' : 'tile slds-p-around_medium';
  }

  get pressed(): string {
    return String(this.chosen);
  }

  /** Without an outcome to tell, the server repeats the state, which the badge says already. */
  get outcome(): string | undefined {
    const { lastOutcome, stateText } = this.connection ?? {};
    return lastOutcome && lastOutcome !== stateText ? lastOutcome : undefined;
  }

  /** As of when it was told: the page asks again whenever anything changes. */
  get nextLabel(): string {
    const next = this.connection?.nextRefresh;
    return next && Date.parse(next) < Date.now() ? WAS_DUE : NEXT;
  }

  get showText(): string {
    return fill(SHOW, this.connection?.name);
  }

  /** Whoever is led here begins with the name. */
  @api
  focus(): void {
    (this.refs?.name as HTMLElement | undefined)?.focus();
  }

  handleChoose(): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: this.connection?.uid }));
  }
}
