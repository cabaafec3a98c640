import { LightningElement, api } from 'lwc';
import RETRY from '@salesforce/label/c.Error_Retry';
import { reduceErrors } from 'c/errors';

export default class ErrorPanel extends LightningElement {
  @api heading = '';
  @api error: unknown;
  /** Offer to try again; the parent hears "retry". */
  @api retryable = false;

  readonly labels = { RETRY };

  get sentences(): string[] {
    return reduceErrors(this.error);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
