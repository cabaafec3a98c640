import { LightningElement, api } from 'lwc';
import setAllPaused from '@salesforce/apex/PauseController.setAllPaused';
import status from '@salesforce/apex/PauseController.status';
import ERROR from '@salesforce/label/c.Pause_All_Error';
import LOADING from '@salesforce/label/c.Pause_All_Loading';
import PAUSE from '@salesforce/label/c.Pause_All_Button';
import RESUME from '@salesforce/label/c.Resume_All_Button';
import SINCE from '@salesforce/label/c.Pause_All_Since';
import TEXT_OFF from '@salesforce/label/c.Pause_All_Text_Paused';
import TEXT_ON from '@salesforce/label/c.Pause_All_Text';
import TITLE from '@salesforce/label/c.Pause_All_Title';
import { fill } from 'c/text';

/** Has all connections left alone, or no longer. */
export default class PauseSwitch extends LightningElement {
  readonly labels = { ERROR, LOADING, TITLE };
  state: Apex.PauseStatus | undefined;
  error: unknown;
  working = false;

  get paused(): boolean {
    return this.state?.isPaused === true;
  }

  get text(): string {
    return this.paused ? TEXT_OFF : TEXT_ON;
  }

  get buttonLabel(): string {
    return this.paused ? RESUME : PAUSE;
  }

  get since(): string {
    return fill(SINCE, this.state?.who);
  }

  override connectedCallback(): Promise<void> {
    return this.refresh();
  }

  /** Reads it again: somebody else may have turned it. */
  @api
  refresh(): Promise<void> {
    return this.take(status());
  }

  async handleTurn(): Promise<void> {
    this.working = true;
    await this.take(setAllPaused({ paused: !this.paused }));
    this.working = false;
    this.dispatchEvent(new CustomEvent('switched'));
  }

  private async take(answer: Promise<Apex.PauseStatus>): Promise<void> {
    try {
      this.state = await answer;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
