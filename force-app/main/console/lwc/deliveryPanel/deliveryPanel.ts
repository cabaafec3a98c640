import { LightningElement, api, wire } from 'lwc';
import deliverNow from '@salesforce/apex/DeliveryController.deliverNow';
import delivery from '@salesforce/apex/DeliveryController.delivery';
import switchDelivery from '@salesforce/apex/DeliveryController.switchDelivery';
import { refreshApex } from '@salesforce/apex';
import ENDPOINT from '@salesforce/label/c.Delivery_Endpoint';
import ERROR from '@salesforce/label/c.Delivery_Error';
import GENERATION from '@salesforce/label/c.Delivery_Generation';
import LAST from '@salesforce/label/c.Delivery_Last';
import LOADING from '@salesforce/label/c.Delivery_Loading';
import NEVER from '@salesforce/label/c.Delivery_Never';
import NONE_TEXT from '@salesforce/label/c.Delivery_None_Text';
import NONE_TITLE from '@salesforce/label/c.Delivery_None_Title';
import NOW from '@salesforce/label/c.Delivery_Now';
import OF from '@salesforce/label/c.Delivery_Of';
import SWITCH_OFF from '@salesforce/label/c.Delivery_Switch_Off';
import SWITCH_ON from '@salesforce/label/c.Delivery_Switch_On';
import TITLE from '@salesforce/label/c.Delivery_Title';
import WORKING from '@salesforce/label/c.Delivery_Working';
import { fill } from 'c/text';

const BADGES: Readonly<Record<string, string>> = {
  Delivered: 'slds-badge slds-theme_success',
  Problem: 'slds-badge slds-theme_warning'
};
/** A job takes seconds; no event tells of its end, because the state of the connection does not change by it. */
const FIRST_LOOK_MILLISECONDS = 1000;
const LOOKS_WHILE_PENDING = 5;
/** A delivery that somebody has asked for may find what was in the way gone, although nothing was pending. */
const LOOKS_AFTER_ASKING = 3;

export default class DeliveryPanel extends LightningElement {
  @api connection: Apex.ConnectionView | undefined;

  readonly labels = { ENDPOINT, ERROR, GENERATION, LAST, LOADING, NEVER, NONE_TEXT, NONE_TITLE, NOW, WORKING };
  wired: WireResult<Apex.DeliveryView> | undefined;
  failure: unknown;
  working = false;
  private asked = false;
  private looks = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  @wire(delivery, { connectionId: '$uid' })
  take(result: WireResult<Apex.DeliveryView>): void {
    if (result.data?.endpoint !== this.delivery?.endpoint) this.looks = 0;
    this.wired = result;
    this.watch();
  }

  get uid(): string | undefined {
    return this.connection?.uid ?? undefined;
  }

  get nobody(): boolean {
    return this.uid === undefined;
  }

  get delivery(): Apex.DeliveryView | undefined {
    return this.wired?.data;
  }

  get error(): unknown {
    return this.failure ?? this.wired?.error;
  }

  get heading(): string {
    return this.connection ? fill(OF, this.connection.name) : TITLE;
  }

  get badgeClass(): string {
    return BADGES[this.delivery?.state ?? ''] ?? 'slds-badge';
  }

  get switchLabel(): string {
    return this.delivery?.isOn ? SWITCH_OFF : SWITCH_ON;
  }

  get switchVariant(): string {
    return this.delivery?.isOn ? 'neutral' : 'brand';
  }

  get cannotSwitch(): boolean {
    return this.working || this.delivery?.mayChange !== true;
  }

  get canDeliver(): boolean {
    return this.delivery?.isOn === true && this.delivery.mayChange === true;
  }

  get hasNotices(): boolean {
    return (this.delivery?.notices ?? []).length > 0;
  }

  override disconnectedCallback(): void {
    this.looks = LOOKS_WHILE_PENDING;
    clearTimeout(this.timer);
  }

  /** Asks again; a delivery changes without its connection. */
  @api
  async refresh(): Promise<void> {
    this.failure = undefined;
    this.looks = 0;
    await this.look();
  }

  handleSwitch(): Promise<void> {
    const connectionId = this.uid;
    return this.act(() => switchDelivery({ connectionId, isOn: this.delivery?.isOn !== true }));
  }

  handleNow(): Promise<void> {
    const connectionId = this.uid;
    return this.act(() => deliverNow({ connectionId }));
  }

  /** A failed change leaves the last known delivery on show, beside the error. */
  private async act(change: () => Promise<unknown>): Promise<void> {
    this.working = true;
    try {
      await change();
      this.asked = true;
      await this.refresh();
    } catch (error) {
      this.failure = error;
    } finally {
      this.working = false;
    }
  }

  /** Whether anything has changed or not: a wire tells only of changes. */
  private async look(): Promise<void> {
    if (this.uid !== undefined) await refreshApex(this.wired);
    this.watch();
  }

  private watch(): void {
    clearTimeout(this.timer);
    const most = this.delivery?.isPending === true ? LOOKS_WHILE_PENDING : this.asked ? LOOKS_AFTER_ASKING : 0;
    if (this.looks >= most) {
      this.asked = false;
      return;
    }
    this.timer = setTimeout(
      () => {
        this.looks += 1;
        return this.look();
      },
      FIRST_LOOK_MILLISECONDS * 2 ** this.looks
    );
  }
}
