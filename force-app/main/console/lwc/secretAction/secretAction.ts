import { LightningElement, api } from 'lwc';
import change from '@salesforce/apex/SecretController.change';
import BUTTON from '@salesforce/label/c.Secret_Button';
import BUTTON_OF from '@salesforce/label/c.Secret_Button_Of';
import CANCEL from '@salesforce/label/c.Form_Cancel';
import DONE from '@salesforce/label/c.Secret_Done';
import FAILED from '@salesforce/label/c.Secret_Failed';
import FIELD from '@salesforce/label/c.Secret_Field';
import HELP from '@salesforce/label/c.Secret_Help';
import SAVE from '@salesforce/label/c.Secret_Save';
import { fill } from 'c/text';

/** Changes the client secret of one connection. What is typed is gone as soon as it is sent. */
export default class SecretAction extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { BUTTON, CANCEL, FAILED, FIELD, HELP, SAVE };
  asking = false;
  working = false;
  secret = '';
  result = '';
  error: unknown;

  get isShown(): boolean {
    return this.connection?.mayChange !== false && this.connection?.hasSecret === true;
  }

  get title(): string {
    return fill(BUTTON_OF, this.connection?.name);
  }

  get disabled(): boolean {
    return this.working || this.secret.trim() === '';
  }

  handleAsk(): void {
    this.asking = true;
    this.result = '';
    this.error = undefined;
  }

  handleSecret(event: CustomEvent<{ readonly value: string }>): void {
    this.secret = event.detail.value;
  }

  handleCancel(): void {
    this.asking = false;
    this.secret = '';
  }

  async handleSave(): Promise<void> {
    const clientSecret = this.secret;
    this.secret = '';
    this.working = true;
    this.error = undefined;
    try {
      await change({ connectionId: this.connection?.uid ?? undefined, clientSecret });
      this.asking = false;
      this.result = DONE;
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.working = false;
    }
  }
}
