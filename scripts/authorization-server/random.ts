/** The state of a small fast counter generator (sfc32), as plain numbers, so that snapshots carry it. */
export interface Random {
  a: number;
  b: number;
  c: number;
  counter: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';
const BITS = 6;
const CHARACTERS_PER_WORD = 5;
const WARM_UP = 12;
const LONGEST = 128;
const scratch = Buffer.alloc(LONGEST);

/** Predictable on purpose: a simulation must repeat itself, and this server guards nothing but its own test data. */
export function seedOf(seed: number | string): Random {
  const random: Random = { a: 0x9e3779b9, b: 0x243f6a88, c: 0xb7e15162, counter: 1 };
  for (const character of String(seed)) {
    random.a = Math.imul(random.a ^ character.charCodeAt(0), 0x01000193);
    random.b = (random.b + random.a) | 0;
  }
  for (let i = 0; i < WARM_UP; i++) nextWord(random);
  return random;
}

export function randomText(random: Random, length: number): string {
  if (length > LONGEST) throw new RangeError(`Random texts have at most ${LONGEST} characters, not ${length}.`);
  let word = 0;
  for (let i = 0; i < length; i++) {
    word = i % CHARACTERS_PER_WORD === 0 ? nextWord(random) : word >>> BITS;
    scratch[i] = ALPHABET.charCodeAt(word % ALPHABET.length);
  }
  return scratch.toString('latin1', 0, length);
}

function nextWord(random: Random): number {
  const { a, b, c, counter } = random;
  const sum = (a + b + counter) >>> 0;
  random.counter = (counter + 1) | 0;
  random.a = b ^ (b >>> 9);
  random.b = (c + (c << 3)) | 0;
  random.c = (((c << 21) | (c >>> 11)) + sum) | 0;
  return sum;
}
