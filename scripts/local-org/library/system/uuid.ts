import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { throwApex } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';
import { hashText } from '../../runtime/value';
import { instanceMethods, staticMethods } from './nulls';

class UuidValue extends PlatformObject {
  readonly apexType = typeRef('System.UUID');
  constructor(readonly text: string) {
    super();
  }

  override toApexText(): string {
    return this.text;
  }
}

/** Version 4, from the org's random source. */
function randomUuid(rt: Runtime): UuidValue {
  const bytes = Buffer.from(rt.org.random.bytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return new UuidValue([8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-'));
}

function parse(text: string): UuidValue {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
  }
  return new UuidValue(text.toLowerCase());
}

export const uuids = implement('System.UUID', {
  ...staticMethods({
    'fromString(String)': (_rt, text: string) => parse(text),
    'randomUUID()': randomUuid
  }),
  ...instanceMethods({
    'hashCode()': (_rt, uuid: UuidValue) => hashText(uuid.text),
    'toString()': (_rt, uuid: UuidValue) => uuid.text
  }),
  'equals(Object)': (_rt, uuid: UuidValue, other: unknown) => other instanceof UuidValue && other.text === uuid.text
});
