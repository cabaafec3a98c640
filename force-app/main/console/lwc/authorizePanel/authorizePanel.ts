import { LightningElement, api } from 'lwc';
import form from '@salesforce/apex/AuthorizationController.form';
import start from '@salesforce/apex/AuthorizationController.start';
import AGAIN from '@salesforce/label/c.Authorize_Again_Text';
import CANCEL from '@salesforce/label/c.Form_Cancel';
import COPIED from '@salesforce/label/c.Authorize_Copied';
import COPY from '@salesforce/label/c.Authorize_Copy';
import COPY_FAILED from '@salesforce/label/c.Authorize_Copy_Failed';
import ERROR from '@salesforce/label/c.Authorize_Error';
import LEAVE from '@salesforce/label/c.Authorize_Leave';
import LOADING from '@salesforce/label/c.Authorize_Loading';
import LOAD_ERROR from '@salesforce/label/c.Authorize_Load_Error';
import REDIRECT_URI from '@salesforce/label/c.Authorize_Redirect_Uri';
import REGISTER from '@salesforce/label/c.Authorize_Register';
import SECRET from '@salesforce/label/c.Authorize_Secret';
import SECRET_HELP from '@salesforce/label/c.Authorize_Secret_Help';
import TITLE from '@salesforce/label/c.Authorize_Title';
import { leaveFor, pageOrigin } from 'c/place';
import { fill } from 'c/text';

export default class AuthorizePanel extends LightningElement {
  readonly labels = {
    AGAIN,
    CANCEL,
    COPY,
    ERROR,
    LEAVE,
    LOADING,
    LOAD_ERROR,
    REDIRECT_URI,
    REGISTER,
    SECRET,
    SECRET_HELP
  };
  form: Apex.AuthorizationForm | undefined;
  loadError: unknown;
  error: unknown;
  copied = '';
  secret = '';
  leaving = false;
  private shown: string | undefined;

  @api
  get uid(): string | undefined {
    return this.shown;
  }
  set uid(value: string | undefined) {
    this.shown = value;
    this.form = this.error = undefined;
    this.secret = this.copied = '';
    this.load().catch(() => undefined);
  }

  get heading(): string {
    return fill(TITLE, this.form?.name);
  }

  get disabled(): boolean {
    return this.leaving || !this.form || (this.form.needsSecret === true && this.secret === '');
  }

  async load(): Promise<void> {
    const uid = this.shown;
    this.loadError = undefined;
    try {
      const found = await form({ uid, pageOrigin: pageOrigin() });
      if (uid === this.shown) this.form = found;
    } catch (error) {
      this.loadError = error;
    }
  }

  handleSecret(event: CustomEvent<{ readonly value: string }>): void {
    this.secret = event.detail.value;
  }

  /** Without a clipboard the field stays selectable by hand. */
  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.form?.redirectUri ?? '');
      this.copied = COPIED;
    } catch {
      this.copied = COPY_FAILED;
    }
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleLeave(): Promise<void> {
    this.leaving = true;
    this.error = undefined;
    try {
      leaveFor(await start({ uid: this.shown, pageOrigin: pageOrigin(), clientSecret: this.secret }));
    } catch (error) {
      this.error = error;
      this.leaving = false;
    } finally {
      this.secret = '';
    }
  }
}
