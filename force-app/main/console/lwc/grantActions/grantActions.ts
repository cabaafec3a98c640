import { LightningElement, api } from 'lwc';
import disconnect from '@salesforce/apex/ConnectionsController.disconnect';
import AUTHORIZE from '@salesforce/label/c.Authorize_Button';
import AUTHORIZE_AGAIN from '@salesforce/label/c.Authorize_Button_Again';
import AUTHORIZE_AGAIN_OF from '@salesforce/label/c.Authorize_Button_Again_Of';
import AUTHORIZE_OF from '@salesforce/label/c.Authorize_Button_Of';
import BACK from '@salesforce/label/c.Disconnect_Back';
import CONFIRM from '@salesforce/label/c.Disconnect_Confirm';
import CONFIRM_OF from '@salesforce/label/c.Disconnect_Confirm_Of';
import DELIVERY from '@salesforce/label/c.Disconnect_Delivery';
import DISCONNECT from '@salesforce/label/c.Disconnect_Button';
import DISCONNECT_OF from '@salesforce/label/c.Disconnect_Button_Of';
import DONE from '@salesforce/label/c.Disconnect_Done';
import FAILED from '@salesforce/label/c.Disconnect_Failed';
import GRANT from '@salesforce/label/c.Disconnect_Grant';
import HEADING from '@salesforce/label/c.Disconnect_Heading';
import KEEP from '@salesforce/label/c.Disconnect_Keep';
import SENDS from '@salesforce/label/c.Disconnect_Sends';
import { fill } from 'c/text';

const EMPTY = 'Empty';
const CLOSING = 'Closing';

export default class GrantActions extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { CONFIRM, DISCONNECT, FAILED, HEADING, KEEP };

  get mayChange(): boolean {
    return this.connection?.mayChange !== false;
  }

  get again(): boolean {
    return this.connection?.state !== EMPTY;
  }

  get cannotDisconnect(): boolean {
    return !this.mayChange || !this.again || this.connection?.state === CLOSING;
  }

  get authorizeLabel(): string {
    return this.again ? AUTHORIZE_AGAIN : AUTHORIZE;
  }

  get authorizeName(): string {
    return fill(this.again ? AUTHORIZE_AGAIN_OF : AUTHORIZE_OF, this.connection?.name);
  }

  get disconnectName(): string {
    return fill(DISCONNECT_OF, this.connection?.name);
  }

  get confirmName(): string {
    return fill(CONFIRM_OF, this.connection?.name);
  }

  get consequences(): string[] {
    const { developerName, name, generation, deliveredTo } = this.connection ?? {};
    const emptied = deliveredTo ? [fill(DELIVERY, deliveredTo)] : [];
    return [fill(SENDS, developerName ?? name), ...emptied, fill(GRANT, generation), BACK];
  }

  handleAuthorize(): void {
    const detail = this.connection?.uid;
    this.dispatchEvent(new CustomEvent('authorize', { detail, bubbles: true, composed: true }));
  }

  readonly disconnect = async (): Promise<string> => {
    await disconnect({ connectionId: this.connection?.uid ?? undefined });
    return DONE;
  };
}
