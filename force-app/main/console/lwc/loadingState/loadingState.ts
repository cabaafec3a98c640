import { LightningElement, api } from 'lwc';

export default class LoadingState extends LightningElement {
  @api text = '';
}
