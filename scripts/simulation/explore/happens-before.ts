import type { TraceStep } from '../../local-org/drivers/trace';

/** What a step read and wrote of what others can see. */
export interface Footprint {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
}

interface Resource {
  lastWrite: number;
  /** Sum over the reads since: their order among themselves does not matter. */
  reads: number;
}

/**
 * A fingerprint of a schedule up to the order of independent steps. Two schedules that order every pair of dependent
 * steps alike lead to the same state, whatever the order of the others: one of them is enough.
 */
export class HappensBefore {
  readonly #resources = new Map<string, Resource>();
  readonly #tasks = new Map<string, number>();
  #sum = 0;
  #check = 0;

  add({ task, kind, detail }: TraceStep, { reads, writes }: Footprint): void {
    let own = mix(this.#tasks.get(task) ?? textHash(task), textHash(`${kind} ${detail}`));
    // Sets are filled in program order, which is the same in both of two equivalent schedules.
    for (const name of reads) own = mix(own, mix(textHash(name), this.#resource(name).lastWrite));
    for (const name of writes) {
      const { lastWrite, reads: since } = this.#resource(name);
      own = mix(mix(own, textHash(name)), mix(lastWrite, since));
    }
    for (const name of reads) {
      if (!writes.has(name)) this.#resource(name).reads = (this.#resource(name).reads + own) | 0;
    }
    for (const name of writes) this.#resources.set(name, { lastWrite: own, reads: 0 });
    this.#tasks.set(task, own);
    this.#sum = (this.#sum + own) | 0;
    this.#check = (this.#check + mix(own, 0x51ed270b)) | 0;
  }

  /** Of the state that has been reached; `running` is whose turn it is, since going on is free for it alone. */
  key(running: string): string {
    return `${this.#sum}.${this.#check}.${running}`;
  }

  #resource(name: string): Resource {
    const known = this.#resources.get(name);
    if (known) return known;
    const fresh = { lastWrite: 0, reads: 0 };
    this.#resources.set(name, fresh);
    return fresh;
  }
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) ^ (hash >>> 16);
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
