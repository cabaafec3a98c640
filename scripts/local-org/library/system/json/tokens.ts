import { ApexException } from '../../../runtime/exceptions';

// prettier-ignore
export type TokenKind =
  | 'START_OBJECT' | 'END_OBJECT' | 'START_ARRAY' | 'END_ARRAY' | 'FIELD_NAME' | 'VALUE_STRING' | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT' | 'VALUE_TRUE' | 'VALUE_FALSE' | 'VALUE_NULL';

export interface JsonToken {
  readonly kind: TokenKind;
  /** Decoded, for names and strings; as written, for everything else. */
  readonly text: string;
  readonly at: number;
}

const EXPECTED_VALUE = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";

/** The reader has consumed the character it complains about, so columns point behind it. */
export function locationOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `[${before.length},${(before.at(-1)?.length ?? 0) + 2}]`;
}

export function jsonError(message: string): ApexException {
  return new ApexException('System.JSONException', message);
}

/** The tokens of one value, read as they are asked for. What follows the value is not looked at. */
export function* readTokens(text: string): Generator<JsonToken, void> {
  yield* new Reader(text).value();
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  *value(): Generator<JsonToken, void> {
    const at = this.skipBlanks();
    const character = this.text.charAt(at);
    if (character === '{') yield* this.object(at);
    else if (character === '[') yield* this.array(at);
    else if (character === '"') yield { kind: 'VALUE_STRING', text: this.string(), at };
    else yield this.scalar(at, character);
  }

  private *object(at: number): Generator<JsonToken, void> {
    this.at += 1;
    yield { kind: 'START_OBJECT', text: '{', at };
    if (this.peek('OBJECT', at) !== '}') {
      do {
        const nameAt = this.skipBlanks();
        if (this.peek('OBJECT', at) !== '"') throw this.unexpected('was expecting double-quote to start field name');
        yield { kind: 'FIELD_NAME', text: this.string(), at: nameAt };
        if (this.peek('OBJECT', at) !== ':')
          throw this.unexpected('was expecting a colon to separate field name and value');
        this.at += 1;
        yield* this.value();
      } while (this.next('OBJECT', at, '}'));
    }
    yield { kind: 'END_OBJECT', text: '}', at: this.at };
    this.at += 1;
  }

  private *array(at: number): Generator<JsonToken, void> {
    this.at += 1;
    yield { kind: 'START_ARRAY', text: '[', at };
    if (this.peek('ARRAY', at) !== ']') {
      do yield* this.value();
      while (this.next('ARRAY', at, ']'));
    }
    yield { kind: 'END_ARRAY', text: ']', at: this.at };
    this.at += 1;
  }

  /** True after a comma, false at the closing character, which stays. */
  private next(container: string, start: number, close: string): boolean {
    const character = this.peek(container, start);
    if (character === close) return false;
    if (character !== ',') throw this.unexpected(`was expecting comma to separate ${container} entries`);
    this.at += 1;
    return true;
  }

  private peek(container: string, start: number): string {
    this.skipBlanks();
    if (this.at < this.text.length) return this.text.charAt(this.at);
    throw this.error(
      `Unexpected end-of-input: expected close marker for ${container} (from ${locationOf(this.text, start)})`
    );
  }

  private skipBlanks(): number {
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
    return this.at;
  }

  private string(): string {
    const pattern = /"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) throw this.brokenString();
    this.at = pattern.lastIndex;
    return String(JSON.parse(match[0]));
  }

  private brokenString(): ApexException {
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
    pattern.lastIndex = this.at;
    pattern.exec(this.text);
    this.at = pattern.lastIndex;
    if (this.at >= this.text.length)
      return this.error('Unexpected end-of-input: was expecting closing quote for a string value');
    if (this.text.charAt(this.at) === '\\') {
      this.at += 1;
      return this.error(`Unrecognized character escape ${described(this.text, this.at)}`);
    }
    return this.error(
      `Illegal unquoted character (${described(this.text, this.at)}): has to be escaped using backslash to be included in string value`
    );
  }

  private scalar(at: number, character: string): JsonToken {
    if (character === '') throw jsonError('No content to map to Object due to end of input');
    const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    number.lastIndex = at;
    const match = number.exec(this.text);
    if (match) {
      this.at = number.lastIndex;
      const whole = match[1] === undefined && match[2] === undefined;
      return { kind: whole ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text: match[0], at };
    }
    return this.word(at);
  }

  private word(at: number): JsonToken {
    const word = /^\w*/.exec(this.text.slice(at, at + 50))?.[0] ?? '';
    const kind = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' } as const;
    if (word === 'true' || word === 'false' || word === 'null') {
      this.at += word.length;
      return { kind: kind[word], text: word, at };
    }
    if (!/^[tfn]/.test(word)) throw this.unexpected(EXPECTED_VALUE);
    this.at += word.length;
    throw this.error(`Unrecognized token '${word}': was expecting 'true', 'false' or 'null'`);
  }

  private unexpected(wanted: string): ApexException {
    return this.error(`Unexpected character (${described(this.text, this.at)}): ${wanted}`);
  }

  private error(message: string): ApexException {
    return jsonError(`${message} at input location ${locationOf(this.text, this.at)}`);
  }
}

function described(text: string, at: number): string {
  const code = text.charCodeAt(at);
  return code < 32 ? `(CTRL-CHAR, code ${code})` : `'${text.charAt(at)}' (code ${code})`;
}
