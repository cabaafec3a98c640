import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { typeRef } from '../../../contracts/type-ref';
import { platformEnumValue } from '../../../runtime/enum';
import { PlatformObject } from '../../../runtime/object';
import type { TypeValue } from '../../../runtime/type-value';
import { instanceMethods } from '../nulls';
import type { JsonNode } from './node';
import { nodeOf } from './parse';
import type { JsonToken, TokenKind } from './tokens';
import { jsonError, readTokens } from './tokens';
import { typed } from './typed';

/** Walks over the tokens of a text. Errors of the text appear when the walk reaches them. */
export class ParserValue extends PlatformObject {
  readonly apexType = typeRef('System.JSONParser');
  private readonly tokens: Generator<JsonToken, void>;
  /** The name of the field whose value is being read, per open container. */
  private readonly names: (string | null)[] = [null];
  current: JsonToken | undefined;
  lastCleared: JsonToken | undefined;

  constructor(readonly text: string) {
    super();
    this.tokens = readTokens(text);
  }

  advance(): JsonToken | undefined {
    const next = this.tokens.next();
    this.current = next.done === true ? undefined : next.value;
    const kind = this.current?.kind;
    if (kind === 'FIELD_NAME') this.names[this.names.length - 1] = this.current?.text ?? null;
    else if (kind?.startsWith('START_')) this.names.push(null);
    else if (kind?.startsWith('END_')) this.names.pop();
    return this.current;
  }

  get currentName(): string | null {
    const opening = this.current?.kind.startsWith('START_') === true;
    return this.names.at(opening ? -2 : -1) ?? null;
  }

  skipChildren(): void {
    if (this.current?.kind.startsWith('START_') !== true) return;
    const depth = this.names.length - 1;
    while (this.names.length > depth && this.advance());
  }

  /** The value the parser stands on; afterwards it stands on the value's last token. */
  takeNode(): JsonNode {
    if (!this.current || this.current.kind === 'FIELD_NAME') this.advance();
    if (!this.current) throw jsonError('No content to map to Object due to end of input');
    const rest: Iterator<JsonToken, void> = {
      next: () => {
        const token = this.advance();
        return token ? { done: false, value: token } : { done: true, value: undefined };
      }
    };
    return nodeOf(this.current, rest);
  }
}

function tokenValue(token: JsonToken | undefined): unknown {
  return token ? platformEnumValue('System.JSONToken', token.kind) : null;
}

function nextValue(parser: ParserValue): JsonToken | undefined {
  const token = parser.advance();
  return token?.kind === 'FIELD_NAME' ? parser.advance() : token;
}

/** get...Value(): only on tokens of the right kind. */
function reader(type: string, kinds: readonly TokenKind[]): PlainImplementation {
  return (rt: Runtime, parser: ParserValue) => {
    const { current, text } = parser;
    if (!current || !kinds.includes(current.kind)) {
      throw jsonError(`Current token (${current?.kind ?? 'null'}) is not a value of type ${type}`);
    }
    const node: JsonNode = current.kind.startsWith('VALUE_NUMBER')
      ? { kind: 'number', at: current.at, text: current.text }
      : { kind: current.kind === 'VALUE_STRING' ? 'string' : 'literal', at: current.at, text: current.text };
    return typed({ rt, text, strict: false }, node, typeRef(type));
  };
}

const STRING: readonly TokenKind[] = ['VALUE_STRING'];
const INTEGER: readonly TokenKind[] = ['VALUE_NUMBER_INT'];
const NUMBER: readonly TokenKind[] = ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT'];

function readAs(rt: Runtime, parser: ParserValue, type: TypeValue, strict: boolean): unknown {
  return typed({ rt, text: parser.text, strict }, parser.takeNode(), type.ref);
}

export const jsonParsers = implement(
  'System.JSONParser',
  instanceMethods({
    'clearCurrentToken()': (_rt, parser: ParserValue) => {
      parser.lastCleared = parser.current;
      parser.current = undefined;
    },
    'getBlobValue()': reader('Blob', STRING),
    'getBooleanValue()': reader('Boolean', ['VALUE_TRUE', 'VALUE_FALSE']),
    'getCurrentName()': (_rt, parser: ParserValue) => parser.currentName,
    'getCurrentToken()': (_rt, parser: ParserValue) => tokenValue(parser.current),
    'getDateTimeValue()': reader('Datetime', STRING),
    'getDateValue()': reader('Date', STRING),
    'getDecimalValue()': reader('Decimal', NUMBER),
    'getDoubleValue()': reader('Double', NUMBER),
    'getIdValue()': reader('Id', STRING),
    'getIntegerValue()': reader('Integer', INTEGER),
    'getLastClearedToken()': (_rt, parser: ParserValue) => tokenValue(parser.lastCleared),
    'getLongValue()': reader('Long', INTEGER),
    'getText()': (_rt, parser: ParserValue) => parser.current?.text ?? null,
    'getTimeValue()': reader('Time', STRING),
    'hasCurrentToken()': (_rt, parser: ParserValue) => parser.current !== undefined,
    'nextToken()': (_rt, parser: ParserValue) => tokenValue(parser.advance()),
    'nextValue()': (_rt, parser: ParserValue) => tokenValue(nextValue(parser)),
    'readValueAs(System.Type)': (rt, parser: ParserValue, type: TypeValue) => readAs(rt, parser, type, false),
    'readValueAsStrict(System.Type)': (rt, parser: ParserValue, type: TypeValue) => readAs(rt, parser, type, true),
    'skipChildren()': (_rt, parser: ParserValue) => parser.skipChildren()
  })
);
