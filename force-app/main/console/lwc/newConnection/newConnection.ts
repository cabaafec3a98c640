import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import createConnection from '@salesforce/apex/ConnectionFormController.createConnection';
import providers from '@salesforce/apex/ConnectionFormController.providers';
import CANCEL from '@salesforce/label/c.Form_Cancel';
import CLIENT_ID from '@salesforce/label/c.Form_Client_Id';
import CREATE from '@salesforce/label/c.Form_Create';
import DEVELOPER_NAME from '@salesforce/label/c.Form_Developer_Name';
import DEVELOPER_NAME_HELP from '@salesforce/label/c.Form_Developer_Name_Help';
import DISCOVER from '@salesforce/label/c.Form_Discover';
import DISCOVER_HELP from '@salesforce/label/c.Form_Discover_Help';
import ERROR from '@salesforce/label/c.Form_Error';
import LOADING from '@salesforce/label/c.Form_Loading';
import LOAD_ERROR from '@salesforce/label/c.Form_Load_Error';
import LOGIN_HOST from '@salesforce/label/c.Form_Login_Host';
import LOGIN_HOST_HELP from '@salesforce/label/c.Form_Login_Host_Help';
import NAME from '@salesforce/label/c.Form_Name';
import NO_PROVIDER_TEXT from '@salesforce/label/c.Form_No_Provider_Text';
import NO_PROVIDER_TITLE from '@salesforce/label/c.Form_No_Provider_Title';
import PROVIDER from '@salesforce/label/c.Form_Provider';
import SCOPES from '@salesforce/label/c.Form_Scopes';
import SCOPES_HELP from '@salesforce/label/c.Form_Scopes_Help';
import TITLE from '@salesforce/label/c.Form_Title';
import { type Draft, EMPTY_DRAFT, isComplete, withName, withProvider } from './draft';

type Change = CustomEvent<{ readonly value: string }>;

export default class NewConnection extends LightningElement {
  @wire(providers)
  wired: WireResult<readonly Apex.ProviderView[]> | undefined;

  readonly labels = {
    CANCEL,
    CLIENT_ID,
    CREATE,
    DEVELOPER_NAME,
    DEVELOPER_NAME_HELP,
    DISCOVER,
    DISCOVER_HELP,
    ERROR,
    LOADING,
    LOAD_ERROR,
    LOGIN_HOST,
    LOGIN_HOST_HELP,
    NAME,
    NO_PROVIDER_TEXT,
    NO_PROVIDER_TITLE,
    PROVIDER,
    SCOPES,
    SCOPES_HELP,
    TITLE
  };
  draft: Draft = EMPTY_DRAFT;
  error: unknown;
  saving = false;

  get options(): { label: string; value: string }[] | undefined {
    return this.wired?.data?.map(({ label, developerName }) => ({ label: label ?? '', value: developerName ?? '' }));
  }

  get canDiscover(): boolean {
    return this.wired?.data?.find(({ developerName }) => developerName === this.draft.provider)?.discovers === true;
  }

  get empty(): boolean {
    return this.options?.length === 0;
  }

  get loadError(): unknown {
    return this.wired?.error;
  }

  get disabled(): boolean {
    return this.saving || !isComplete(this.draft);
  }

  handleProvider(event: Change): void {
    const chosen = this.wired?.data?.find(({ developerName }) => developerName === event.detail.value);
    if (chosen) this.draft = withProvider(this.draft, chosen);
  }

  handleField(event: Change): void {
    const { name } = event.target as HTMLInputElement;
    const { value } = event.detail;
    this.draft = name === 'name' ? withName(this.draft, value) : { ...this.draft, [name]: value };
  }

  handleDiscover(event: CustomEvent<{ readonly checked: boolean }>): void {
    this.draft = { ...this.draft, discover: event.detail.checked };
  }

  handleReload(): Promise<void> {
    return refreshApex(this.wired);
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleCreate(): Promise<void> {
    const { name, developerName, provider, discover, ...typed } = this.draft;
    const details = { ...typed, discover: String(discover) };
    this.saving = true;
    this.error = undefined;
    try {
      const detail = await createConnection({ name, developerName, provider, details });
      this.dispatchEvent(new CustomEvent('created', { detail }));
    } catch (error) {
      this.error = error;
    } finally {
      this.saving = false;
    }
  }
}
