import { DateTime } from 'luxon';
import { ApexBlob } from '../../../runtime/blob';
import { ApexDate } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import { ApexId } from '../../../runtime/id';
import { MAX_INTEGER, MIN_INTEGER, wrapLong } from '../../../runtime/integer';
import { ApexTime } from '../../../runtime/time';
import type { JsonNode } from './node';
import { jsonError, locationOf } from './tokens';

type Scalar = Extract<JsonNode, { readonly text: string }>;

/** Undefined where the text is no value of the type. Numbers are also read from strings that spell one. */
const READERS: Readonly<Record<string, (node: Scalar) => unknown>> = {
  String: (node) => node.text,
  Boolean: (node) => (/^(true|false)$/.test(node.text) ? node.text === 'true' : undefined),
  Integer: (node) => {
    const value = wholeOf(node.text);
    return value !== undefined && value >= MIN_INTEGER && value <= MAX_INTEGER ? Number(value) : undefined;
  },
  Long: (node) => {
    const value = wholeOf(node.text);
    return value !== undefined && wrapLong(value) === value ? value : undefined;
  },
  Double: (node) => (ApexDecimal.tryParse(node.text) ? new ApexDouble(Number(node.text)) : undefined),
  Decimal: (node) => ApexDecimal.tryParse(node.text),
  Id: (node) => ApexId.parse(node.text),
  Date: (node) => readDate(node.text),
  Datetime: (node) => readDatetime(node.text),
  Time: (node) => readTime(node.text),
  Blob: (node) => new ApexBlob(new Uint8Array(Buffer.from(node.text, 'base64')))
};

function wholeOf(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

/** Undefined for a type that is not a primitive. */
export function readPrimitive(node: JsonNode, type: string, text: string): unknown {
  const reader = READERS[type];
  if (!reader) return undefined;
  const value = node.kind === 'object' || node.kind === 'array' ? undefined : reader(node);
  if (value !== undefined) return value;
  const shown = 'text' in node ? ` value ${node.text}` : '';
  throw jsonError(
    `Cannot deserialize instance of ${type.toLowerCase()} from ${tokenName(node)}${shown} or request may be missing a ` +
      `required field at input location ${locationOf(text, node.at)}`
  );
}

function tokenName(node: JsonNode): string {
  if (node.kind === 'object' || node.kind === 'array') return `START_${node.kind.toUpperCase()}`;
  if (node.kind === 'string') return 'VALUE_STRING';
  if (node.kind === 'literal') return `VALUE_${node.text.toUpperCase()}`;
  return wholeOf(node.text) === undefined ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
}

function readDate(text: string): ApexDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text);
  return match ? ApexDate.checked(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** ISO 8601; without a zone it means GMT. */
function readDatetime(text: string): ApexDatetime | undefined {
  const at = DateTime.fromISO(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'), { zone: 'UTC' });
  return /^\d{4}-\d\d-\d\d/.test(text) && at.isValid ? new ApexDatetime(at.toMillis()) : undefined;
}

function readTime(text: string): ApexTime | undefined {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z?$/.exec(text);
  if (!match) return undefined;
  const milliseconds = Number((match[4] ?? '0').padEnd(3, '0'));
  return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), milliseconds);
}
