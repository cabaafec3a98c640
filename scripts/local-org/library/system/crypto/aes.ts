import { createCipheriv, createDecipheriv } from 'node:crypto';
import { throwApex } from '../../../runtime/exceptions';

const IV_BYTES = 16;
const KEY_BYTES: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };
const BAD_PADDING =
  'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.';

function cipherName(algorithm: string, key: Uint8Array, iv: Uint8Array): string {
  const bytes = KEY_BYTES[algorithm.toUpperCase()];
  if (bytes === undefined) {
    return refuse(`Invalid algorithm ${algorithm}. Must be AES128, AES192, or AES256.`);
  }
  if (key.length !== bytes) return refuse(`Invalid private key. Must be ${bytes} bytes.`);
  if (iv.length !== IV_BYTES) return refuse(`Invalid initialization vector. Must be ${IV_BYTES} bytes.`);
  return `aes-${bytes * 8}-cbc`;
}

function refuse(message: string): never {
  throwApex('System.InvalidParameterValueException', message);
}

export function encrypt(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(cipherName(algorithm, key, iv), key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

export function decrypt(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const name = cipherName(algorithm, key, iv);
  if (data.length === 0 || data.length % IV_BYTES !== 0) {
    throwApex('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  }
  const decipher = createDecipheriv(name, key, iv);
  try {
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    return throwApex('System.SecurityException', BAD_PADDING);
  }
}

/** The vector travels in front of the cipher text. */
export function encryptWithIv(algorithm: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  return Buffer.concat([iv, encrypt(algorithm, key, iv, data)]);
}

export function decryptWithIv(algorithm: string, key: Uint8Array, data: Uint8Array): Uint8Array {
  if (data.length < 2 * IV_BYTES) {
    return refuse(
      `Invalid data. Input data is ${data.length} bytes, which is less than the required ${2 * IV_BYTES} bytes.`
    );
  }
  return decrypt(algorithm, key, data.subarray(0, IV_BYTES), data.subarray(IV_BYTES));
}
