import { LightningElement, wire } from 'lwc';
import getConnections from '@salesforce/apex/ConnectionsController.getConnections';
import { refreshApex } from '@salesforce/apex';
import { openChangeFeed } from 'c/changeFeed';
import { coalesce } from 'c/coalesce';

/** Long enough to gather what a sweep sets off, too short to notice. */
const PAUSE_MILLISECONDS = 250;

interface Refreshable {
  refresh(): Promise<void>;
}

export default class ConnectionsPage extends LightningElement {
  @wire(getConnections)
  wired: WireResult<readonly Apex.ConnectionView[]> | undefined;

  live = true;
  creating = false;
  /** The connection that is about to be authorized. */
  authorizing: string | undefined;
  private chosen: string | undefined;
  private closeFeed: (() => void) | undefined;
  private readonly soon = coalesce(() => this.handleRefresh(), PAUSE_MILLISECONDS);

  get connections(): readonly Apex.ConnectionView[] | undefined {
    return this.wired?.data;
  }

  get error(): unknown {
    return this.wired?.error;
  }

  /** The chosen connection, or the first: a page that says something is better than one that asks for a click. */
  get current(): Apex.ConnectionView | undefined {
    return this.connections?.find((view) => view.uid === this.chosen) ?? this.connections?.[0];
  }

  get currentUid(): string | undefined {
    return this.current?.uid ?? undefined;
  }

  /** Whether the running user may act; nobody is asked to where there is nothing to act upon. */
  get mayChange(): boolean {
    return this.connections?.some((view) => view.mayChange !== false) === true;
  }

  override connectedCallback(): void {
    this.closeFeed = openChangeFeed(
      () => {
        this.live = true;
        this.soon.call();
      },
      () => {
        this.live = false;
      }
    );
  }

  override disconnectedCallback(): void {
    this.soon.cancel();
    this.closeFeed?.();
  }

  handleChoose(event: CustomEvent<string>): void {
    this.chosen = event.detail;
  }

  handleNew(): void {
    this.authorizing = undefined;
    this.creating = true;
  }

  /** A connection is of no use before it is authorized, so that is what comes next. */
  handleCreated(event: CustomEvent<string>): Promise<unknown> {
    this.chosen = event.detail;
    this.handleAuthorize(event);
    return this.handleRefresh();
  }

  handleAuthorize(event: CustomEvent<string>): void {
    this.creating = false;
    this.authorizing = event.detail;
  }

  handleCancel(): void {
    this.creating = false;
    this.authorizing = undefined;
  }

  /** Each part shows its own failure, so that one that fails does not hide the others. */
  handleRefresh(): Promise<unknown> {
    const { timeline, sweep, pause, delivery, integrity, key, farewell } = this.refs ?? {};
    const parts = [timeline, sweep, pause, delivery, integrity, key, farewell] as unknown as (
      Refreshable | undefined
    )[];
    return Promise.allSettled([refreshApex(this.wired), ...parts.map((part) => part?.refresh())]);
  }
}
