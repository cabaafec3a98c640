import { LightningElement, api } from 'lwc';
import AUTHORIZE from '@salesforce/label/c.Authorize_Button';
import AUTHORIZE_AGAIN from '@salesforce/label/c.Authorize_Button_Again';
import AUTHORIZE_AGAIN_OF from '@salesforce/label/c.Authorize_Button_Again_Of';
import AUTHORIZE_OF from '@salesforce/label/c.Authorize_Button_Of';
import { fill } from 'c/text';

const EMPTY = 'Empty';

export default class GrantActions extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  get mayChange(): boolean {
    return this.connection?.mayChange !== false;
  }

  get again(): boolean {
    return this.connection?.state !== EMPTY;
  }

  get authorizeLabel(): string {
    return this.again ? AUTHORIZE_AGAIN : AUTHORIZE;
  }

  get authorizeTitle(): string {
    return fill(this.again ? AUTHORIZE_AGAIN_OF : AUTHORIZE_OF, this.connection?.name);
  }

  handleAuthorize(): void {
    const detail = this.connection?.uid;
    this.dispatchEvent(new CustomEvent('authorize', { detail, bubbles: true, composed: true }));
  }
}
