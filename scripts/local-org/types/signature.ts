/** A Java type as written in a signature: a class, an array (`[`), a type variable (`T:K`) or void (`V`). */
export interface JavaType {
  readonly name: string;
  readonly args: readonly JavaType[];
}

export interface ClassSignature {
  readonly typeParameters: readonly string[];
  readonly superclass: JavaType;
  readonly interfaces: readonly JavaType[];
}

export interface MethodSignature {
  readonly parameters: readonly JavaType[];
  readonly returns: JavaType;
}

export const ARRAY = '[';
export const VARIABLE = 'T:';

export function parseClassSignature(text: string): ClassSignature {
  const cursor = new Cursor(text);
  const typeParameters = cursor.typeParameters();
  const superclass = cursor.type();
  const interfaces: JavaType[] = [];
  while (!cursor.done()) interfaces.push(cursor.type());
  return { typeParameters, superclass, interfaces };
}

export function parseMethodSignature(text: string): MethodSignature {
  const cursor = new Cursor(text);
  cursor.typeParameters();
  cursor.expect('(');
  const parameters: JavaType[] = [];
  while (!cursor.take(')')) parameters.push(cursor.type());
  return { parameters, returns: cursor.type() };
}

export function parseFieldSignature(text: string): JavaType {
  return new Cursor(text).type();
}

const PRIMITIVES = 'VZBCSIJFD';

class Cursor {
  #at = 0;

  constructor(private readonly text: string) {}

  done(): boolean {
    return this.#at >= this.text.length;
  }

  take(char: string): boolean {
    if (this.text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  expect(char: string): void {
    if (!this.take(char)) throw this.#error(`expected '${char}'`);
  }

  /** `<T:Ljava/lang/Object;>`: bounds are read and dropped, Apex has none. */
  typeParameters(): readonly string[] {
    const names: string[] = [];
    if (!this.take('<')) return names;
    while (!this.take('>')) {
      names.push(this.#until(':'));
      while (this.take(':')) if (this.text[this.#at] !== ':') this.type();
    }
    return names;
  }

  type(): JavaType {
    if (this.take('[')) return { name: ARRAY, args: [this.type()] };
    if (this.take('T')) {
      const name = VARIABLE + this.#until(';');
      this.expect(';');
      return { name, args: [] };
    }
    if (this.take('L')) return this.#class();
    const primitive = this.text[this.#at];
    if (primitive === undefined || !PRIMITIVES.includes(primitive)) throw this.#error('expected a type');
    this.#at++;
    return { name: primitive, args: [] };
  }

  #class(): JavaType {
    let name = this.#until('<;.');
    let args: readonly JavaType[] = [];
    while (!this.take(';')) {
      if (this.take('<')) args = this.#arguments();
      else {
        this.expect('.');
        name += `$${this.#until('<;.')}`;
      }
    }
    return { name, args };
  }

  #arguments(): readonly JavaType[] {
    const args: JavaType[] = [];
    while (!this.take('>')) {
      if (this.take('*')) args.push({ name: 'java/lang/Object', args: [] });
      else {
        // Wildcards: Apex knows only the bound itself.
        if (!this.take('+')) this.take('-');
        args.push(this.type());
      }
    }
    return args;
  }

  #until(ends: string): string {
    const start = this.#at;
    while (!this.done() && !ends.includes(this.text.charAt(this.#at))) this.#at++;
    if (this.#at === start) throw this.#error('expected a name');
    return this.text.slice(start, this.#at);
  }

  #error(problem: string): Error {
    return new Error(`The signature ${this.text} cannot be read at ${this.#at}: ${problem}.`);
  }
}
