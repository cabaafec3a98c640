import { throwApex } from './exceptions';
import { ApexValue, HashKey } from './value';

export class ApexBlob extends ApexValue {
  constructor(readonly bytes: Uint8Array) {
    super();
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  /** Bytes that are not UTF-8 text cannot become a String. */
  toText(): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      return throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
    }
  }

  get size(): number {
    return this.bytes.length;
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexBlob && Buffer.compare(this.bytes, other.bytes) === 0;
  }

  hashKey(): HashKey {
    return new HashKey(this.bytes.reduce((hash, byte) => (Math.imul(31, hash) + byte) | 0, 1));
  }
}
