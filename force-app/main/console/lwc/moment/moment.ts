import { LightningElement, api } from 'lwc';

export default class Moment extends LightningElement {
  @api label = '';
  /** ISO text, or nothing. */
  @api value: string | null | undefined;
  /** What to say when there is no such moment. */
  @api fallback = '';
}
