import { LightningElement, api } from 'lwc';
import CUT from '@salesforce/label/c.List_Cut';
import EMPTY_TEXT from '@salesforce/label/c.List_Empty_Text';
import EMPTY_TITLE from '@salesforce/label/c.List_Empty_Title';
import ERROR from '@salesforce/label/c.List_Error';
import LOADING from '@salesforce/label/c.List_Loading';
import MORE from '@salesforce/label/c.List_More';

/** Tiles are rich, so an org with a thousand connections gets them in portions. */
const PORTION = 25;
/** No more are sent: MOST_CONNECTIONS of the Apex class ConnectionsController. */
const MOST = 1_000;

interface Row {
  readonly view: Apex.ConnectionView;
  readonly chosen: boolean;
}

export default class ConnectionList extends LightningElement {
  /** Undefined while loading. */
  @api connections: readonly Apex.ConnectionView[] | undefined;
  @api error: unknown;
  @api chosenUid: string | undefined;

  readonly labels = { CUT, EMPTY_TEXT, EMPTY_TITLE, ERROR, LOADING, MORE };
  shown = PORTION;
  /** Which tile gets the focus as soon as it is on show. */
  private next: number | undefined;

  get loading(): boolean {
    return this.connections === undefined;
  }

  get empty(): boolean {
    return this.connections?.length === 0;
  }

  get rows(): Row[] {
    const visible = this.connections?.slice(0, this.shown) ?? [];
    return visible.map((view) => ({ view, chosen: view.uid === this.chosenUid }));
  }

  get hasMore(): boolean {
    return (this.connections?.length ?? 0) > this.shown;
  }

  get cut(): boolean {
    return (this.connections?.length ?? 0) >= MOST;
  }

  override renderedCallback(): void {
    if (this.next === undefined) return;
    const tiles = this.template?.querySelectorAll<HTMLElement>('c-connection-tile');
    tiles?.[this.next]?.focus();
    this.next = undefined;
  }

  /** The focus goes to the first of the new ones: the button moves away, and in the end it is gone. */
  handleMore(): void {
    this.next = this.shown;
    this.shown += PORTION;
  }

  handleChoose(event: CustomEvent<string>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
