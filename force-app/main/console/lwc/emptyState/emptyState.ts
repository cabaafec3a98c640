import { LightningElement, api } from 'lwc';

export default class EmptyState extends LightningElement {
  @api heading = '';
  @api text = '';
  @api iconName = 'utility:info_alt';
}
