import { LightningElement, api } from 'lwc';
import setPaused from '@salesforce/apex/PauseController.setPaused';
import FAILED from '@salesforce/label/c.Pause_Failed';
import PAUSE from '@salesforce/label/c.Pause_Button';
import PAUSE_OF from '@salesforce/label/c.Pause_Button_Of';
import PAUSED from '@salesforce/label/c.Pause_Done';
import RESUME from '@salesforce/label/c.Resume_Button';
import RESUME_OF from '@salesforce/label/c.Resume_Button_Of';
import RESUMED from '@salesforce/label/c.Resume_Done';
import { fill } from 'c/text';

/** Has one connection left alone, or no longer. */
export default class PauseAction extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { FAILED };

  get withheld(): boolean {
    return this.connection?.mayChange === false || this.connection?.canPause !== true;
  }

  get isPaused(): boolean {
    return this.connection?.isPaused === true;
  }

  get label(): string {
    return this.isPaused ? RESUME : PAUSE;
  }

  get name(): string {
    return fill(this.isPaused ? RESUME_OF : PAUSE_OF, this.connection?.name);
  }

  readonly turn = async (): Promise<string> => {
    const paused = !this.isPaused;
    await setPaused({ connectionId: this.connection?.uid ?? undefined, paused });
    return paused ? PAUSED : RESUMED;
  };
}
