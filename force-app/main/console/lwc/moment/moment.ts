import { LightningElement, api } from 'lwc';

export default class Moment extends LightningElement {
  @api label = '';
  /** ISO text, or nothing. */
  @api value: string | null | undefined;
  /** What to say when there is no such moment. */
  @api fallback = '';

  /** The relative form takes no ISO text. */
  get milliseconds(): number | undefined {
    return this.value ? Date.parse(this.value) : undefined;
  }
}
