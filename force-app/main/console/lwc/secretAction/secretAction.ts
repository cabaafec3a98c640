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
  secret = '';

  get withheld(): boolean {
    return this.connection?.mayChange === false || this.connection?.hasSecret !== true;
  }

  get name(): string {
    return fill(BUTTON_OF, this.connection?.name);
  }

  get incomplete(): boolean {
    return this.secret.trim() === '';
  }

  handleSecret(event: CustomEvent<{ readonly value: string }>): void {
    this.secret = event.detail.value;
  }

  handleCancel(): void {
    this.secret = '';
  }

  readonly change = async (): Promise<string> => {
    const clientSecret = this.secret;
    this.secret = '';
    await change({ connectionId: this.connection?.uid ?? undefined, clientSecret });
    return DONE;
  };
}
