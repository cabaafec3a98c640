import { LightningElement, api } from 'lwc';
import { rememberFocus } from 'c/focus';

/** Opens far from the button that was pressed, so the focus comes here, and goes back when it closes. */
export default class Panel extends LightningElement {
  @api heading = '';

  private giveFocusBack: (() => void) | undefined;
  private entered = false;

  override connectedCallback(): void {
    this.giveFocusBack = rememberFocus();
  }

  override renderedCallback(): void {
    if (this.entered) return;
    this.entered = true;
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  override disconnectedCallback(): void {
    this.giveFocusBack?.();
  }
}
