import { SANDBOX_ID, TEST_START } from '../../local-org/boot/boot';
import type { ReusePolicy } from '../../authorization-server';
import { custodyIn } from './custody';
import type { SettableClock } from './clock';
import { settableClock } from './clock';
import type { WorldProgram } from './program';
import { ReseededRandom } from './random';
import { WorldSnapshot } from './snapshot';
import type { Exchanged } from './wire-tap';
import { WireTap } from './wire-tap';
import { World } from './world';

/** What a world is like before anything happens. Scenarios of one shape share a world. */
export interface Shape {
  readonly connections: number;
  readonly reuse: ReusePolicy;
  readonly introspection: 'own' | 'blind';
  readonly provider: string;
  /** The org is a sandbox copy of the one that was authorized. */
  readonly copied: boolean;
  /** Minutes since they were authorized; access tokens live for 120. */
  readonly age: number;
}

export const PLAIN: Shape = {
  connections: 1,
  reuse: 'strict',
  introspection: 'own',
  provider: 'Salesforce',
  copied: false,
  age: 180
};

export interface BaseConnection {
  readonly uid: string;
  readonly name: string;
  readonly custodyId: string;
  readonly generation: number;
}

/** A world with authorized connections whose access tokens have ended, ready to start again and again. */
export interface BaseWorld {
  readonly shape: Shape;
  readonly world: World;
  readonly clock: SettableClock;
  readonly tap: WireTap;
  readonly connections: readonly BaseConnection[];
  /** Everything that went over the wire while the connections were authorized. */
  readonly history: readonly Exchanged[];
  readonly snapshot: WorldSnapshot;
}

const MINUTE_MS = 60_000;

export function createBase(program: WorldProgram, shape: Shape): BaseWorld {
  const clock = settableClock(TEST_START);
  const random = new ReseededRandom(1);
  const tap = new WireTap();
  const world = new World(program, {
    seed: 1,
    clock,
    random,
    reuse: shape.reuse,
    client: { introspection: shape.introspection },
    watch: (request, served) => tap.note(request, served)
  });
  const history: Exchanged[] = [];
  tap.listen((exchanged) => history.push(exchanged));
  const names = Array.from({ length: shape.connections }, (_, index) => `c${index + 1}`);
  const connections = names.map((name) => {
    const uid = world.connect({ developerName: name, provider: shape.provider });
    const row = custodyIn(world, uid);
    return { uid, name, custodyId: row.id, generation: row.generation };
  });
  tap.listen(undefined);
  clock.advance(shape.age * MINUTE_MS);
  const org = shape.copied ? copyOf(world, program, { clock, random }) : world;
  const snapshot = new WorldSnapshot({ world: org, clock, random });
  return { shape, world: org, clock, tap, connections, history, snapshot };
}

/** As a sandbox is made: every row, another organization id, the same provider. */
function copyOf(
  original: World,
  program: WorldProgram,
  parts: { clock: SettableClock; random: ReseededRandom }
): World {
  const copy = new World(program, { seed: 1, orgId: SANDBOX_ID, server: original.server, ...parts });
  const from = original.org.data.store;
  for (const object of from.objects().filter((name) => name.startsWith('tokenward__'))) {
    const rows = [...from.table(object).entries()];
    copy.org.data.store.apply(rows.map(([id, row]) => ({ object, id, row })));
  }
  return copy;
}

/** Makes each shape of world once per program. */
export class Bases {
  readonly #program: WorldProgram;
  readonly #made = new Map<string, BaseWorld>();

  constructor(program: WorldProgram) {
    this.#program = program;
  }

  of(shape: Shape): BaseWorld {
    const key = JSON.stringify(shape);
    const known = this.#made.get(key);
    if (known) return known;
    const fresh = createBase(this.#program, shape);
    this.#made.set(key, fresh);
    return fresh;
  }
}
