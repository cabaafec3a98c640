import { LightningElement, api } from 'lwc';
import goOn from '@salesforce/apex/KeyController.goOn';
import renew from '@salesforce/apex/KeyController.renew';
import status from '@salesforce/apex/KeyController.status';
import ERROR from '@salesforce/label/c.Key_Error';
import GO_ON from '@salesforce/label/c.Key_Go_On';
import LOADING from '@salesforce/label/c.Key_Loading';
import NONE from '@salesforce/label/c.Key_None';
import PROGRESS from '@salesforce/label/c.Key_Progress';
import RENEW from '@salesforce/label/c.Key_Renew';
import TEXT from '@salesforce/label/c.Key_Text';
import TITLE from '@salesforce/label/c.Key_Title';
import { fill } from 'c/text';

/** The key that grants are sealed with: which version, how far its sealing is, and a new one. */
export default class KeyCard extends LightningElement {
  readonly labels = { ERROR, GO_ON, LOADING, RENEW, TEXT, TITLE };
  state: Apex.KeyStatus | undefined;
  error: unknown;
  working = false;

  get hasKey(): boolean {
    return typeof this.state?.version === 'string';
  }

  get lags(): boolean {
    return (this.state?.older ?? 0) > 0;
  }

  get progress(): string {
    const { version, current, older } = this.state ?? {};
    return this.hasKey ? fill(PROGRESS, version, current, (current ?? 0) + (older ?? 0)) : NONE;
  }

  get percentage(): number {
    const { current, older } = this.state ?? {};
    const all = (current ?? 0) + (older ?? 0);
    return all === 0 ? 100 : Math.floor(((current ?? 0) * 100) / all);
  }

  override connectedCallback(): Promise<void> {
    return this.refresh();
  }

  @api
  refresh(): Promise<void> {
    return this.take(status());
  }

  handleRenew(): Promise<void> {
    return this.act(renew());
  }

  handleGoOn(): Promise<void> {
    return this.act(goOn());
  }

  private async act(answer: Promise<Apex.KeyStatus>): Promise<void> {
    this.working = true;
    await this.take(answer);
    this.working = false;
  }

  private async take(answer: Promise<Apex.KeyStatus>): Promise<void> {
    try {
      this.state = await answer;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
