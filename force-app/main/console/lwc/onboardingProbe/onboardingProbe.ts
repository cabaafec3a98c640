import { LightningElement, api } from 'lwc';
import probe from '@salesforce/apex/OnboardingController.probe';
import readSettings from '@salesforce/apex/OnboardingController.readSettings';
import CHECK from '@salesforce/label/c.Probe_Check';
import CHECK_AGAIN from '@salesforce/label/c.Probe_Check_Again';
import CHECK_AGAIN_OF from '@salesforce/label/c.Probe_Check_Again_Of';
import CHECK_OF from '@salesforce/label/c.Probe_Check_Of';
import EMPTY from '@salesforce/label/c.Probe_Empty';
import ERROR from '@salesforce/label/c.Probe_Error';
import LOADING from '@salesforce/label/c.Probe_Loading';
import NONE from '@salesforce/label/c.Probe_None';
import READING from '@salesforce/label/c.Probe_Reading';
import TITLE from '@salesforce/label/c.Probe_Title';
import TITLE_OF from '@salesforce/label/c.Probe_Title_Of';
import WHY_NOT from '@salesforce/label/c.Permission_Why_Disabled';
import { fill } from 'c/text';

export default class OnboardingProbe extends LightningElement {
  readonly labels = { ERROR, WHY_NOT };
  findings: readonly Apex.OnboardingFinding[] | undefined;
  error: unknown;
  /** What is under way, in words. */
  progress = '';
  /** What reading the settings came to. */
  result = '';
  private view: Apex.ConnectionView | undefined;

  /** What was found belongs to one connection: another one starts afresh. */
  @api
  get connection(): Apex.ConnectionView | undefined {
    return this.view;
  }
  set connection(view: Apex.ConnectionView | undefined) {
    if (view?.uid !== this.view?.uid) {
      this.findings = this.error = undefined;
      this.progress = this.result = '';
    }
    this.view = view;
  }

  get heading(): string {
    return this.view ? fill(TITLE_OF, this.view.name) : TITLE;
  }

  get busy(): boolean {
    return this.progress !== '';
  }

  get forbidden(): boolean {
    return this.view?.mayChange === false;
  }

  get disabled(): boolean {
    return this.busy || this.forbidden || !this.view;
  }

  get hint(): string {
    return this.view ? EMPTY : NONE;
  }

  get buttonLabel(): string {
    return this.findings ? CHECK_AGAIN : CHECK;
  }

  get buttonTitle(): string {
    return fill(this.findings ? CHECK_AGAIN_OF : CHECK_OF, this.view?.name);
  }

  async handleCheck(): Promise<void> {
    this.result = '';
    await this.run(LOADING, async (uid) => {
      const findings = await probe({ uid });
      if (uid === this.view?.uid) this.findings = findings;
    });
  }

  /** What was found before is out of date once the settings have changed. */
  async handleRead(): Promise<void> {
    await this.run(READING, async (uid) => {
      const { text } = await readSettings({ uid });
      const findings = await probe({ uid });
      if (uid !== this.view?.uid) return;
      this.result = text ?? '';
      this.findings = findings;
      this.dispatchEvent(new CustomEvent('asked'));
    });
  }

  private async run(progress: string, work: (uid: string) => Promise<void>): Promise<void> {
    const uid = this.view?.uid;
    if (!uid) return;
    this.progress = progress;
    this.error = undefined;
    try {
      await work(uid);
    } catch (error) {
      if (uid === this.view?.uid) this.error = error;
    } finally {
      if (uid === this.view?.uid) this.progress = '';
    }
  }
}
