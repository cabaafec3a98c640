import { LightningElement } from 'lwc';
import warnings from '@salesforce/apex/ReadinessController.warnings';
import ERROR from '@salesforce/label/c.Readiness_Error';
import TITLE from '@salesforce/label/c.Readiness_Title';

/** Nothing at all while it loads and where there is nothing to warn of: most orgs never see it. */
export default class ReadinessWarnings extends LightningElement {
  readonly labels = { ERROR, TITLE };
  warnings: readonly string[] = [];
  error: unknown;

  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  override async connectedCallback(): Promise<void> {
    try {
      this.warnings = (await warnings()) ?? [];
    } catch (error) {
      this.error = error;
    }
  }
}
