import { LightningElement, api } from 'lwc';
import disconnectAll from '@salesforce/apex/FarewellController.disconnectAll';
import status from '@salesforce/apex/FarewellController.status';
import CLOSE from '@salesforce/label/c.Farewell_Close';
import CONFIRM from '@salesforce/label/c.Farewell_Confirm';
import CONSEQUENCE from '@salesforce/label/c.Farewell_Consequence';
import DONE from '@salesforce/label/c.Farewell_Done';
import ERROR from '@salesforce/label/c.Farewell_Error';
import LOADING from '@salesforce/label/c.Farewell_Loading';
import NAMES from '@salesforce/label/c.Farewell_Names';
import OPEN from '@salesforce/label/c.Farewell_Open';
import OWED from '@salesforce/label/c.Farewell_Owed';
import OWED_ONE from '@salesforce/label/c.Farewell_Owed_One';
import PROGRESS from '@salesforce/label/c.Farewell_Progress';
import TEXT from '@salesforce/label/c.Farewell_Text';
import TITLE from '@salesforce/label/c.Farewell_Title';
import { fill } from 'c/text';

/** The way to an uninstall: what would stop working, how far it is, and what is still owed at the end. */
export default class DisconnectAll extends LightningElement {
  readonly labels = { CLOSE, CONSEQUENCE, DONE, ERROR, LOADING, NAMES, OPEN, OWED, TEXT, TITLE };
  /** Only while it is on show is it worth asking. */
  private open = false;
  state: Apex.FarewellStatus | undefined;
  error: unknown;

  get confirmLabel(): string {
    return this.holds ? CONFIRM : '';
  }

  get holds(): boolean {
    return (this.state?.holding ?? 0) > 0;
  }

  get owes(): boolean {
    return (this.state?.owed?.length ?? 0) > 0;
  }

  get isDone(): boolean {
    return this.state !== undefined && !this.holds && !this.owes && (this.state.closing ?? 0) === 0;
  }

  get progress(): string {
    const { holding, closing, done } = this.state ?? {};
    return fill(PROGRESS, holding, closing, done);
  }

  /** How much of the way is made, as a percentage: a connection that is closing has half of it behind it. */
  get percentage(): number {
    const { holding = 0, closing = 0, done = 0 } = this.state ?? {};
    const all = (holding ?? 0) + (closing ?? 0) + (done ?? 0);
    return all === 0 ? 100 : Math.round((((done ?? 0) + (closing ?? 0) / 2) * 100) / all);
  }

  get names(): string {
    return (this.state?.names ?? []).join(', ');
  }

  get owed(): { readonly key: string; readonly text: string; readonly nextTry: number | undefined }[] {
    return (this.state?.owed ?? []).map(({ name, attempts, nextTry }, index) => ({
      key: `${name} ${index}`,
      text: fill(OWED_ONE, name, attempts),
      nextTry: nextTry ? Date.parse(nextTry) : undefined
    }));
  }

  /** Reads it again while it is on show. */
  @api
  async refresh(): Promise<void> {
    if (this.open) await this.take(status());
  }

  handleOpen(): Promise<void> {
    this.open = true;
    return this.refresh();
  }

  handleCancel(): void {
    this.open = false;
  }

  readonly disconnect = async (): Promise<string> => {
    this.state = await disconnectAll();
    return '';
  };

  private async take(answer: Promise<Apex.FarewellStatus>): Promise<void> {
    try {
      this.state = await answer;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}
