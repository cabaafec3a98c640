import { LightningElement } from 'lwc';
import claim from '@salesforce/apex/AuthorizationController.claim';
import decline from '@salesforce/apex/AuthorizationController.decline';
import exchange from '@salesforce/apex/AuthorizationController.exchange';
import look from '@salesforce/apex/AuthorizationController.look';
import CLAIMING from '@salesforce/label/c.Callback_Claiming';
import ERROR from '@salesforce/label/c.Callback_Error';
import EXCHANGING from '@salesforce/label/c.Callback_Exchanging';
import HOME from '@salesforce/label/c.Callback_Home';
import LOOKING from '@salesforce/label/c.Callback_Looking';
import NOTHING_TEXT from '@salesforce/label/c.Callback_Nothing_Text';
import NOTHING_TITLE from '@salesforce/label/c.Callback_Nothing_Title';
import TITLE from '@salesforce/label/c.Callback_Title';
import { forgetAnswer, homeAddress, leaveFor, type ProviderAnswer, readAnswer } from 'c/place';

/** Serving this page changes nothing: the answer is taken by a call that the page itself makes once it runs. */
export default class AuthorizationCallback extends LightningElement {
  readonly labels = { ERROR, HOME, NOTHING_TEXT, NOTHING_TITLE, TITLE };
  progress: string | undefined;
  view: Apex.AuthorizationView | undefined;
  error: unknown;
  idle = false;

  get settled(): boolean {
    return this.progress === undefined;
  }

  override async connectedCallback(): Promise<void> {
    const answer = readAnswer();
    if (answer.state === undefined) {
      this.idle = true;
      return;
    }
    try {
      this.view = await this.follow(answer, answer.state);
    } catch (error) {
      this.error = error;
    } finally {
      this.progress = undefined;
    }
  }

  handleHome(): void {
    leaveFor(homeAddress());
  }

  /** The code leaves the address once it is claimed, so that a reload only looks. */
  private async follow(answer: ProviderAnswer, state: string): Promise<Apex.AuthorizationView> {
    const { code, issuer, error, description } = answer;
    if (error !== undefined) {
      this.progress = CLAIMING;
      forgetAnswer(state);
      return decline({ state, issuer, error, description });
    }
    if (code === undefined) {
      this.progress = LOOKING;
      return look({ state });
    }
    this.progress = CLAIMING;
    const authorizationId = await claim({ state, issuer });
    forgetAnswer(state);
    this.progress = EXCHANGING;
    return exchange({ state, authorizationId, code });
  }
}
