import { LightningElement, api } from 'lwc';
import resolve from '@salesforce/apex/ConnectionsController.resolve';
import AGREE from '@salesforce/label/c.Resolve_Agree';
import AGREE_OF from '@salesforce/label/c.Resolve_Agree_Of';
import AGREE_TEXT from '@salesforce/label/c.Resolve_Agree_Text';
import BUTTON from '@salesforce/label/c.Resolve_Button';
import BUTTON_OF from '@salesforce/label/c.Resolve_Button_Of';
import CANCEL from '@salesforce/label/c.Form_Cancel';
import FAILED from '@salesforce/label/c.Resolve_Failed';
import { fill } from 'c/text';

/** Takes the one safe step for what was left open; one that may cost the grant only after a person has agreed. */
export default class ResolveAction extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { AGREE, AGREE_TEXT, BUTTON, CANCEL, FAILED };

  get withheld(): boolean {
    return this.connection?.mayChange === false || this.connection?.canResolve !== true;
  }

  get isFree(): boolean {
    return this.connection?.mustAgree !== true;
  }

  get name(): string {
    return fill(BUTTON_OF, this.connection?.name);
  }

  get agreeName(): string {
    return fill(AGREE_OF, this.connection?.name);
  }

  readonly resolve = async (): Promise<string> => {
    const { text } = await resolve({ uid: this.connection?.uid ?? undefined });
    return text ?? '';
  };
}
