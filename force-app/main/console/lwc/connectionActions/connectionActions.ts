import { LightningElement, api } from 'lwc';
import rotateNow from '@salesforce/apex/ConnectionsController.rotateNow';
import ASKING from '@salesforce/label/c.Rotate_Asking';
import DONE from '@salesforce/label/c.Rotate_Done';
import ENDED from '@salesforce/label/c.Rotate_Ended';
import FAILED from '@salesforce/label/c.Rotate_Failed';
import NOW from '@salesforce/label/c.Rotate_Now';
import NOW_OF from '@salesforce/label/c.Rotate_Now_Of';
import SLOW from '@salesforce/label/c.Rotate_Slow';
import UNDER_WAY from '@salesforce/label/c.Rotate_Under_Way';
import WHY_NOT from '@salesforce/label/c.Permission_Why_Disabled';
import { isLost } from 'c/focus';
import { fill } from 'c/text';

const PENDING = 'Pending';
const LEASED = 'Leased';
const IDLE = 'Idle';
/** Far beyond a usual rotation; after it the page stops promising to be told. */
const PATIENCE_MILLISECONDS = 30_000;

export default class ConnectionActions extends LightningElement {
  readonly labels = { FAILED, NOW, WHY_NOT };
  asking = false;
  /** The generation whose end this component waits for, since it asked for the rotation. */
  awaited: number | undefined;
  result: string | undefined;
  error: unknown;
  private view: Apex.ConnectionView | undefined;
  /** Whether the button was pressed, and by being disabled lost the focus. */
  private pressed = false;
  private patience: ReturnType<typeof setTimeout> | undefined;

  @api
  get connection(): Apex.ConnectionView | undefined {
    return this.view;
  }
  set connection(view: Apex.ConnectionView | undefined) {
    this.view = view;
    if (view && this.awaited !== undefined) this.lookForEnd(view, this.awaited);
  }

  get label(): string {
    return fill(NOW_OF, this.view?.name);
  }

  get progress(): string | undefined {
    if (this.asking) return ASKING;
    const rotating = this.awaited ?? (this.view?.state === LEASED ? this.view.generation : undefined);
    return rotating === undefined ? undefined : fill(UNDER_WAY, rotating);
  }

  get forbidden(): boolean {
    return this.view?.mayChange === false;
  }

  get disabled(): boolean {
    return this.forbidden || this.progress !== undefined || this.view?.canRotate !== true;
  }

  override renderedCallback(): void {
    if (!this.pressed || this.disabled) return;
    this.pressed = false;
    if (isLost()) (this.refs?.button as HTMLElement | undefined)?.focus();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.patience);
  }

  async handleRotate(): Promise<void> {
    const { uid, generation } = this.view ?? {};
    if (!uid || typeof generation !== 'number') return;
    this.asking = this.pressed = true;
    this.result = this.error = undefined;
    try {
      const answer = await rotateNow({ uid, generation });
      if (answer.status === PENDING) this.waitFor(generation);
      else this.result = answer.text ?? undefined;
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.asking = false;
    }
  }

  private waitFor(generation: number): void {
    this.awaited = generation;
    this.patience = setTimeout(() => this.end(SLOW), PATIENCE_MILLISECONDS);
  }

  private lookForEnd(view: Apex.ConnectionView, awaited: number): void {
    const generation = view.generation ?? 0;
    if (generation > awaited) this.end(fill(DONE, generation));
    // At rest at the old generation: this view is older than the lease.
    else if (view.state !== LEASED && view.state !== IDLE) this.end(fill(ENDED, view.stateText, view.lastOutcome));
  }

  private end(result: string): void {
    clearTimeout(this.patience);
    this.awaited = undefined;
    this.result = result;
  }
}
