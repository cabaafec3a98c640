import { LightningElement, api } from 'lwc';
import { isLost } from 'c/focus';

/** A button and what belongs to it: the box that asks first, the work, and what came of it. */
export default class ConfirmAction extends LightningElement {
  @api label = '';
  /** The label with the name of what it acts upon. */
  @api name = '';
  @api cancelLabel = '';
  /** None where nothing is left to confirm. */
  @api confirmLabel = '';
  @api confirmName: string | undefined;
  @api variant = 'destructive';
  /** Heads the error when the work fails. */
  @api failure = '';
  /** Nothing to confirm: the button acts at once. */
  @api unasked = false;
  /** Not to be confirmed yet: something is still to be filled in. */
  @api incomplete = false;
  /** There is no button any more; what came of it stays on show. */
  @api withheld = false;
  /** The box stays open after the work, to show how it goes on. */
  @api lasting = false;
  /** Resolves to what to say of it. */
  @api work: (() => Promise<string>) | undefined;

  open = false;
  busy = false;
  result = '';
  error: unknown;
  /** Where the focus goes once that is on show and enabled. */
  private next: 'box' | 'opener' | undefined;

  get offered(): boolean {
    return !this.withheld;
  }

  get asking(): boolean {
    return this.open && this.offered;
  }

  get cannotConfirm(): boolean {
    return this.busy || this.incomplete;
  }

  override renderedCallback(): void {
    if (this.busy || this.next === undefined) return;
    const target = this.next === 'box' ? (this.field ?? this.refs?.box) : this.refs?.opener;
    this.next = undefined;
    (target as HTMLElement | undefined)?.focus();
  }

  handleOpen(): Promise<void> {
    this.result = '';
    this.error = undefined;
    if (this.unasked) return this.act();
    this.open = true;
    this.next = 'box';
    this.dispatchEvent(new CustomEvent('open'));
    return Promise.resolve();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.busy) this.handleCancel();
  }

  handleCancel(): void {
    this.open = false;
    this.error = undefined;
    this.next = 'opener';
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleConfirm(): Promise<void> {
    return this.act();
  }

  /** The box stays open where the work fails, to try again or to think better of it. */
  private async act(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      this.result = (await this.work?.()) ?? '';
      this.open = this.lasting;
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
      // Whoever has moved on in the meantime is not called back.
      if (isLost() || this.template?.activeElement) this.next = this.asking ? 'box' : 'opener';
    }
  }

  /** What there is to fill in, which the content marks. */
  private get field(): Element | undefined {
    const content = this.template?.querySelector('slot')?.assignedElements() ?? [];
    return content.find((element) => 'field' in (element as HTMLElement).dataset);
  }
}
