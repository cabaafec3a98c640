import { LightningElement, api } from 'lwc';
import ENTER from '@salesforce/label/c.Probe_Enter';
import OK from '@salesforce/label/c.Probe_Ok';
import OPEN from '@salesforce/label/c.Probe_Open';
import OPEN_OF from '@salesforce/label/c.Probe_Open_Of';
import PROBLEM from '@salesforce/label/c.Probe_Problem';
import READ from '@salesforce/label/c.Probe_Read';
import UNKNOWN from '@salesforce/label/c.Probe_Unknown';
import WARNING from '@salesforce/label/c.Probe_Warning';
import { fill } from 'c/text';

interface Look {
  readonly text: string;
  readonly icon: string;
  readonly variant: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  ok: { text: OK, icon: 'utility:success', variant: 'success' },
  warning: { text: WARNING, icon: 'utility:warning', variant: 'warning' },
  problem: { text: PROBLEM, icon: 'utility:error', variant: 'error' }
};
const NOT_KNOWN: Look = { text: UNKNOWN, icon: 'utility:question', variant: '' };

export default class ProbeFinding extends LightningElement {
  @api finding: Apex.OnboardingFinding | undefined;
  /** While the settings are being read there is nothing to press. */
  @api busy = false;

  readonly labels = { ENTER, OPEN, READ };

  get look(): Look {
    return LOOKS[this.finding?.state ?? ''] ?? NOT_KNOWN;
  }

  get openLabel(): string {
    return fill(OPEN_OF, this.finding?.title);
  }

  handleRead(): void {
    this.dispatchEvent(new CustomEvent('readsettings'));
  }
}
