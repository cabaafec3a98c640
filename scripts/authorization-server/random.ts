const ALPHABET = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._', 'latin1');
const CHARACTERS_PER_WORD = 5;
const WARM_UP = 12;
const scratch = Buffer.alloc(128);

/**
 * The state of a small fast counter generator (sfc32). Predictable on purpose: a simulation must repeat itself, and
 * this server guards nothing but its own test data.
 */
export function seedOf(seed: number | string): Uint32Array {
  const state = new Uint32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]);
  for (const character of String(seed)) {
    state[0] = Math.imul(state[0]! ^ character.charCodeAt(0), 0x01000193);
    state[1] = (state[1]! + state[0]!) | 0;
  }
  for (let i = 0; i < WARM_UP; i++) nextWord(state);
  return state;
}

/** At most 128 characters. */
export function randomText(state: Uint32Array, length: number): string {
  let word = 0;
  for (let i = 0; i < length; i++) {
    word = i % CHARACTERS_PER_WORD === 0 ? nextWord(state) : word >>> 6;
    scratch[i] = ALPHABET[word & 63]!;
  }
  return scratch.toString('latin1', 0, length);
}

function nextWord(state: Uint32Array): number {
  const a = state[0]!;
  const b = state[1]!;
  const c = state[2]!;
  const counter = state[3]!;
  const sum = (a + b + counter) >>> 0;
  state[3] = counter + 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + sum;
  return sum;
}
