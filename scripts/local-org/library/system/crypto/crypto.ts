import { createHash, createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';
import { implement } from '../../../contracts/library';
import { ApexBlob } from '../../../runtime/blob';
import { throwApex } from '../../../runtime/exceptions';
import { staticMethods } from '../nulls';
import { decrypt, decryptWithIv, encrypt, encryptWithIv } from './aes';

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));

/** 'SHA-256', 'sha256' and the like: names as documented, whatever their case. */
const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512'
};

function digestName(algorithm: string): string {
  const name = algorithm.toUpperCase().replace(/^SHA-(?!3-)/, 'SHA');
  return DIGESTS[name] ?? invalidAlgorithm(algorithm);
}

function macName(algorithm: string): string {
  const name = /^hmac(MD5|SHA1|SHA256|SHA384|SHA512)$/i.exec(algorithm)?.[1];
  return name === undefined ? invalidAlgorithm(algorithm) : name.toLowerCase();
}

function signatureDigest(algorithm: string): string {
  if (/^RSA$/i.test(algorithm)) return 'sha1';
  const name = /^(?:RSA|ECDSA)-(SHA1|SHA256|SHA384|SHA512)$/i.exec(algorithm)?.[1];
  return name === undefined ? invalidAlgorithm(algorithm) : name.toLowerCase();
}

function invalidAlgorithm(algorithm: string): never {
  throwApex('System.InvalidParameterValueException', `Invalid algorithm: ${algorithm}`);
}

function mac(algorithm: string, data: ApexBlob, key: ApexBlob): Buffer {
  return createHmac(macName(algorithm), key.bytes).update(data.bytes).digest();
}

function isMac(algorithm: string, data: ApexBlob, key: ApexBlob, given: ApexBlob): boolean {
  const expected = mac(algorithm, data, key);
  return expected.length === given.size && timingSafeEqual(expected, given.bytes);
}

function signed(algorithm: string, data: ApexBlob, key: ApexBlob): ApexBlob {
  const digest = signatureDigest(algorithm);
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' });
    return blob(sign(digest, data.bytes, privateKey));
  } catch {
    return throwApex('System.SecurityException', 'Invalid Crypto Key');
  }
}

function isSignature(algorithm: string, data: ApexBlob, signature: ApexBlob, key: ApexBlob): boolean {
  const digest = signatureDigest(algorithm);
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' });
    return verify(digest, data.bytes, publicKey, signature.bytes);
  } catch {
    return throwApex('System.SecurityException', 'Invalid Crypto Key');
  }
}

const AES_BITS = [128, 192, 256];

function keyBytes(bits: number): number {
  if (!AES_BITS.includes(bits)) {
    throwApex('System.InvalidParameterValueException', `Invalid key size ${bits}. Must be 128, 192, or 256.`);
  }
  return bits / 8;
}

const IV_BYTES = 16;

export const cryptoMethods = [
  ...implement(
    'System.Crypto',
    staticMethods({
      'encrypt(String,Blob,Blob,Blob)': (_rt, algorithm: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob) =>
        blob(encrypt(algorithm, key.bytes, iv.bytes, data.bytes)),
      'decrypt(String,Blob,Blob,Blob)': (_rt, algorithm: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob) =>
        blob(decrypt(algorithm, key.bytes, iv.bytes, data.bytes)),
      'encryptWithManagedIV(String,Blob,Blob)': (rt, algorithm: string, key: ApexBlob, data: ApexBlob) =>
        blob(encryptWithIv(algorithm, key.bytes, rt.org.random.bytes(IV_BYTES), data.bytes)),
      'decryptWithManagedIV(String,Blob,Blob)': (_rt, algorithm: string, key: ApexBlob, data: ApexBlob) =>
        blob(decryptWithIv(algorithm, key.bytes, data.bytes)),
      'generateAesKey(Integer)': (rt, bits: number) => blob(rt.org.random.bytes(keyBytes(bits))),
      'generateDigest(String,Blob)': (_rt, algorithm: string, data: ApexBlob) =>
        blob(createHash(digestName(algorithm)).update(data.bytes).digest()),
      'generateMac(String,Blob,Blob)': (_rt, algorithm: string, data: ApexBlob, key: ApexBlob) =>
        blob(mac(algorithm, data, key)),
      'verifyHmac(String,Blob,Blob,Blob)': (_rt, algorithm: string, data: ApexBlob, key: ApexBlob, given: ApexBlob) =>
        isMac(algorithm, data, key, given),
      'getRandomInteger()': (rt) => Buffer.from(rt.org.random.bytes(4)).readInt32BE(),
      'getRandomLong()': (rt) => Buffer.from(rt.org.random.bytes(8)).readBigInt64BE()
    })
  ),
  ...implement(
    'System.Crypto',
    staticMethods({
      'sign(String,Blob,Blob)': (_rt, algorithm: string, data: ApexBlob, key: ApexBlob) => signed(algorithm, data, key),
      'verify(String,Blob,Blob,Blob)': (_rt, algorithm: string, data: ApexBlob, signature: ApexBlob, key: ApexBlob) =>
        isSignature(algorithm, data, signature, key)
    }),
    { fidelity: 'approximate', note: 'ECDSA signatures are DER; texts of key errors are not documented.' }
  )
];
