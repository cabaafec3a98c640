import { LightningElement, api } from 'lwc';

/** The stub that comes with the test runner renders nothing, so nothing could be said about a button's name. */
export default class Button extends LightningElement {
  @api override ariaLabel: string | null = null;
  @api disabled = false;
  @api iconName = '';
  @api label = '';
  @api override title = '';
  @api variant = '';
}
