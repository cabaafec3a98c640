import type { JournalEntry } from '../../authorization-server';
import { digestOf } from '../../authorization-server';
import type { BaseWorld } from '../world/base';
import type { CustodyRow } from '../world/custody';
import type { Exchanged } from '../world/wire-tap';
import type { Flight } from './flight';
import { flightOf } from './flight';
import { proofToPresentAgain } from './proof';
import type { Violation } from './violation';

/**
 * Follows every token from the provider's answer to the row that keeps it: what was presented, who came to know what,
 * and where the newest token of each grant is. Judges I1, I2, I3 and I5 at the moment something happens.
 */
export class Ledger {
  readonly flights: Flight[] = [];
  readonly #base: BaseWorld;
  readonly #report: (violation: Violation) => void;
  /** The refresh token in each connection's row. */
  readonly #held = new Map<string, string>();
  readonly #durable = new Set<string>();
  readonly #spent = new Set<string>();
  /** The newest refresh token of each family; undefined where its text never left the provider. */
  readonly #newest = new Map<string, string | undefined>();
  #journalRead = 0;

  constructor(base: BaseWorld, report: (violation: Violation) => void) {
    this.#base = base;
    this.#report = report;
    const issued = base.history
      .map((exchanged) => flightOf(exchanged, { sender: '', at: 0, sequence: 0, connectionUid: undefined }))
      .filter(({ endpoint }) => endpoint === 'code');
    const families = base.world.server.families(base.clock);
    base.connections.forEach(({ uid }, index) => {
      const { refreshToken = '', accessToken = '' } = issued[index]?.said ?? {};
      this.#held.set(uid, refreshToken);
      this.#durable.add(accessToken);
      const family = families.find(({ liveRefreshTokens }) => liveRefreshTokens.includes(digestOf(refreshToken)));
      if (family) this.#newest.set(family.id, refreshToken);
    });
    this.#journalRead = base.world.server.journal.entries().length;
  }

  presentations(uid?: string): readonly Flight[] {
    return this.flights.filter((f) => f.endpoint === 'refresh' && (uid === undefined || f.connectionUid === uid));
  }

  /** The refresh token that the row of the connection holds, as far as this side can tell. */
  heldBy(uid: string): string | undefined {
    return this.#held.get(uid);
  }

  served(exchanged: Exchanged, sender: string): void {
    const at = this.#base.clock.now();
    const before = this.flights.length;
    const flight = flightOf(exchanged, { sender, at, sequence: this.#lastSequence(), connectionUid: undefined });
    const owner = [...this.#held].find(([, token]) => token === flight.token)?.[0];
    const known = { ...flight, connectionUid: owner ?? this.#ownerOf(flight.token) };
    this.flights.push(known);
    if (known.endpoint === 'refresh') this.#judgePresentation(known, this.flights.slice(0, before));
    if (known.endpoint === 'api' && !this.#durable.has(known.token)) {
      this.#report({ rule: 'I3', text: `${sender} sent an access token whose pair no committed row holds.` });
    }
    this.readJournal(known);
  }

  /** Looks at what the provider has recorded since, late requests included. */
  readJournal(current?: Flight): void {
    const entries = this.#base.world.server.journal.entries();
    for (const entry of entries.slice(this.#journalRead)) this.#entry(entry, current);
    this.#journalRead = entries.length;
  }

  /** The transaction goes on after its callout: it has its answer, or knows that there is none. */
  delivered(sender: string): void {
    const now = this.#base.clock.now();
    const flight = this.#last((f) => f.sender === sender && !f.closed);
    if (!flight) return;
    flight.closed = true;
    flight.heard = flight.arrivesAt <= now;
  }

  /** A fault hit that transaction: whatever it held and had not saved may be gone. */
  struck(sender: string): void {
    for (const flight of this.flights) {
      const unsaved = !this.#isHeld(flight.said.refreshToken);
      if (unsaved && (flight.sender === sender || sender.includes('SaveJob'))) flight.struck = true;
    }
  }

  committed(before: CustodyRow, after: CustodyRow): void {
    if (after.generation === before.generation) return this.#learnEnd(after);
    const saved = this.#last(
      (f) => f.endpoint === 'refresh' && f.heard && !f.superseded && f.sender.includes(after.reportedBy || 'nobody')
    );
    const rotated = after.reportedBy !== before.reportedBy && after.generation === before.generation + 1;
    const flight = rotated
      ? saved
      : after.state === 'Idle'
        ? this.#last((f) => f.endpoint === 'code' && f.heard)
        : undefined;
    for (const other of this.flights) {
      if (other.connectionUid === after.uid && other !== flight) other.superseded = true;
    }
    if (!flight) return;
    if (flight.said.proof === 'rotated' && flight.endpoint === 'refresh') this.#spent.add(flight.token);
    this.#held.set(after.uid, flight.said.refreshToken ?? '');
    if (flight.said.accessToken !== undefined) this.#durable.add(flight.said.accessToken);
  }

  /** A grant that is named dead is known to be spent or revoked. */
  #learnEnd(row: CustodyRow): void {
    const token = this.#held.get(row.uid);
    if (row.state === 'Dead' && token !== undefined) this.#spent.add(token);
  }

  #judgePresentation(flight: Flight, earlier: readonly Flight[]): void {
    if (this.#spent.has(flight.token)) {
      this.#report({ rule: 'I2', text: `${flight.sender} presented a refresh token that is known to be spent.` });
    }
    const same = earlier.filter(({ endpoint, token }) => endpoint === 'refresh' && token === flight.token);
    if (same.length === 0) return;
    const missing = proofToPresentAgain(flight, same, this.#base);
    if (missing !== undefined) this.#report({ rule: 'I1', text: `${flight.sender} ${missing}` });
  }

  #entry(entry: JournalEntry, current: Flight | undefined): void {
    if (entry.kind !== 'presentation' || entry.family === null) return;
    if (entry.outcome === 'reused') return this.#judgeReuse(entry.family, entry.at);
    if (entry.outcome !== 'rotated' && entry.outcome !== 'graced' && entry.outcome !== 'issued') return;
    const own = current !== undefined && entry.arrival === entry.sequence;
    this.#newest.set(entry.family, own ? current.said.refreshToken : undefined);
  }

  #judgeReuse(family: string, at: number): void {
    const newest = this.#newest.get(family);
    if (newest === undefined || !this.#base.world.server.families(this.#base.clock).some(({ id }) => id === family))
      return;
    const holder = this.#holderOf(newest);
    if (holder === undefined) return;
    this.#report({
      rule: 'I5',
      text: `a spent token reached the provider at ${new Date(at).toISOString()} and revoked a grant whose newest token ${holder} holds.`
    });
  }

  #holderOf(token: string): string | undefined {
    for (const [uid, held] of this.#held) if (held === token) return `the row of ${uid}`;
    const flight = this.#last(({ said }) => said.refreshToken === token);
    if (!flight || flight.struck || flight.superseded) return undefined;
    if (!flight.closed)
      return flight.arrivesAt < Infinity ? `${flight.sender}, whose answer still travels,` : undefined;
    return flight.heard ? flight.sender : undefined;
  }

  #isHeld(token: string | undefined): boolean {
    return token !== undefined && [...this.#held.values()].includes(token);
  }

  #ownerOf(token: string): string | undefined {
    return this.#last((f) => f.token === token && f.connectionUid !== undefined)?.connectionUid;
  }

  #last(matches: (flight: Flight) => boolean): Flight | undefined {
    for (let i = this.flights.length - 1; i >= 0; i -= 1) {
      const flight = this.flights[i];
      if (flight && matches(flight)) return flight;
    }
    return undefined;
  }

  #lastSequence(): number {
    return this.#base.world.server.journal.entries().at(-1)?.sequence ?? 0;
  }
}
