/** The parts of a Java class file that declare something; code is not read. (Java VM Specification, chapter 4.) */
export interface ClassFile {
  readonly access: number;
  /** Binary names: `com/nawforce/runforce/System/String`. */
  readonly name: string;
  readonly superclass: string | undefined;
  readonly interfaces: readonly string[];
  /** The generic signature, where the class has one. */
  readonly signature: string | undefined;
  readonly fields: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
}

export interface ClassMember {
  readonly access: number;
  readonly name: string;
  /** The generic signature where there is one, else the erased descriptor: both are read alike. */
  readonly signature: string;
}

export const ACCESS = {
  public: 0x0001,
  protected: 0x0004,
  static: 0x0008,
  interface: 0x0200,
  abstract: 0x0400,
  synthetic: 0x1000,
  enum: 0x4000
} as const;

export class ClassFileError extends Error {
  constructor(file: string, problem: string) {
    super(`${file} is not a readable class file: ${problem}. Run npm ci to install the type jars again.`);
    this.name = 'ClassFileError';
  }
}

const MAGIC = 0xcafebabe;

export function readClassFile(bytes: Uint8Array, file: string): ClassFile {
  const reader = new Reader(bytes, file);
  if (reader.u4() !== MAGIC) throw new ClassFileError(file, 'it does not start with CAFEBABE');
  reader.skip(4);
  const pool = readPool(reader);
  const access = reader.u2();
  const name = pool.className(reader.u2());
  const superIndex = reader.u2();
  const interfaces = times(reader.u2(), () => pool.className(reader.u2()));
  const fields = times(reader.u2(), () => readMember(reader, pool));
  const methods = times(reader.u2(), () => readMember(reader, pool));
  const signature = readSignature(reader, pool);
  const superclass = superIndex === 0 ? undefined : pool.className(superIndex);
  return { access, name, superclass, interfaces, signature, fields, methods };
}

function readMember(reader: Reader, pool: ConstantPool): ClassMember {
  const access = reader.u2();
  const name = pool.text(reader.u2());
  const descriptor = pool.text(reader.u2());
  return { access, name, signature: readSignature(reader, pool) ?? descriptor };
}

function readSignature(reader: Reader, pool: ConstantPool): string | undefined {
  let signature: string | undefined;
  for (let left = reader.u2(); left > 0; left--) {
    const name = pool.text(reader.u2());
    const length = reader.u4();
    if (name === 'Signature') signature = pool.text(reader.u2());
    else reader.skip(length);
  }
  return signature;
}

/** Bytes after the tag; the two tags that lead to text are handled apart. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4, 4: 4, 5: 8, 6: 8, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2
}; // prettier-ignore

function readPool(reader: Reader): ConstantPool {
  const count = reader.u2();
  const entries = new Map<number, string | number>();
  for (let index = 1; index < count; index++) {
    const tag = reader.u1();
    if (tag === 1) entries.set(index, reader.utf8(reader.u2()));
    else if (tag === 7) entries.set(index, reader.u2());
    else {
      const size = CONSTANT_SIZES[tag];
      if (size === undefined) throw new ClassFileError(reader.file, `constant ${index} has the unknown tag ${tag}`);
      reader.skip(size);
      // Long and Double constants take two places in the pool.
      if (size === 8) index++;
    }
  }
  return new ConstantPool(entries, reader.file);
}

class ConstantPool {
  constructor(
    private readonly entries: ReadonlyMap<number, string | number>,
    private readonly file: string
  ) {}

  text(index: number): string {
    const entry = this.entries.get(index);
    if (typeof entry !== 'string') throw new ClassFileError(this.file, `constant ${index} is not text`);
    return entry;
  }

  className(index: number): string {
    const entry = this.entries.get(index);
    if (typeof entry !== 'number') throw new ClassFileError(this.file, `constant ${index} is not a class`);
    return this.text(entry);
  }
}

class Reader {
  #at = 0;
  readonly #bytes: Buffer;

  constructor(
    bytes: Uint8Array,
    readonly file: string
  ) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u1(): number {
    return this.#bytes.readUInt8(this.#advance(1));
  }

  u2(): number {
    return this.#bytes.readUInt16BE(this.#advance(2));
  }

  u4(): number {
    return this.#bytes.readUInt32BE(this.#advance(4));
  }

  utf8(length: number): string {
    const start = this.#advance(length);
    return this.#bytes.toString('utf8', start, start + length);
  }

  skip(length: number): void {
    this.#advance(length);
  }

  #advance(length: number): number {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new ClassFileError(this.file, `it ends early, at byte ${start}`);
    this.#at = start + length;
    return start;
  }
}

function times<T>(count: number, read: () => T): T[] {
  return Array.from({ length: count }, read);
}
