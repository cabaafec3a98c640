import { LightningElement, api } from 'lwc';

/** How far something is; unlike the base component it has a name for those who do not see it. */
export default class ProgressBar extends LightningElement {
  @api label = '';
  /** A percentage. */
  @api value = 0;

  get bar(): string {
    return `inline-size: ${this.value}%`;
  }
}
