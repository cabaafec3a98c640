import { LightningElement, api } from 'lwc';
import status from '@salesforce/apex/SweepController.status';
import switchOff from '@salesforce/apex/SweepController.switchOff';
import switchOn from '@salesforce/apex/SweepController.switchOn';
import ERROR from '@salesforce/label/c.Sweep_Error';
import IS_OFF from '@salesforce/label/c.Sweep_Is_Off';
import IS_ON from '@salesforce/label/c.Sweep_Is_On';
import LOADING from '@salesforce/label/c.Sweep_Loading';
import NEXT_RUN from '@salesforce/label/c.Sweep_Next_Run';
import SWITCH_OFF from '@salesforce/label/c.Sweep_Switch_Off';
import SWITCH_ON from '@salesforce/label/c.Sweep_Switch_On';
import TITLE from '@salesforce/label/c.Sweep_Title';
import WORKING from '@salesforce/label/c.Sweep_Working';

export default class SweepSwitch extends LightningElement {
  readonly labels = { ERROR, LOADING, NEXT_RUN, TITLE, WORKING };
  sweep: Apex.SweepStatus | undefined;
  error: unknown;
  switching = false;

  get on(): boolean {
    return this.sweep?.isOn === true;
  }

  get badge(): string {
    return this.on ? IS_ON : IS_OFF;
  }

  get badgeClass(): string {
    return this.on ? 'slds-badge slds-theme_success' : 'slds-badge';
  }

  get mayChange(): boolean {
    return this.sweep?.mayChange !== false;
  }

  get buttonLabel(): string {
    return this.on ? SWITCH_OFF : SWITCH_ON;
  }

  get buttonVariant(): string {
    return this.on ? 'neutral' : 'brand';
  }

  override connectedCallback(): Promise<void> {
    return this.refresh();
  }

  /** Reads the status again: the next run moves on by itself. */
  @api
  refresh(): Promise<void> {
    return this.take(status());
  }

  async handleSwitch(): Promise<void> {
    this.switching = true;
    await this.take(this.on ? switchOff() : switchOn());
    this.switching = false;
    this.dispatchEvent(new CustomEvent('switched'));
  }

  /** A failed switch leaves the last known status on show, beside the error. */
  private async take(answer: Promise<Apex.SweepStatus>): Promise<void> {
    try {
      this.sweep = await answer;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
