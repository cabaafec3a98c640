import { ApexBlob } from '../../../runtime/blob';
import { outcome, runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { textOf } from '../../../runtime/text';
import { call, examples } from './library-call';

const blob = (text: string): ApexBlob => ApexBlob.fromText(text);
const hex = (value: unknown): string => Buffer.from((value as ApexBlob).bytes).toString('hex');
const bytes = (length: number, fill = 7): ApexBlob => new ApexBlob(new Uint8Array(length).fill(fill));

describe('encodings', () => {
  examples([
    ['System.EncodingUtil', 'base64Encode(Blob)', [blob('é<>?')], 'w6k8Pj8='],
    ['System.EncodingUtil', 'convertToHex(Blob)', [blob('é\n')], 'c3a90a'],
    [
      'System.EncodingUtil',
      'convertFromHex(String)',
      ['4A4'],
      'System.InvalidParameterValueException: Odd number of characters.'
    ],
    ['System.EncodingUtil', 'urlEncode(String,String)', ["a b&é~*'/", 'UTF-8'], 'a+b%26%C3%A9%7E*%27%2F'],
    ['System.EncodingUtil', 'urlDecode(String,String)', ['a+b%26%C3%A9', 'UTF-8'], 'a b&é'],
    [
      'System.EncodingUtil',
      'urlEncode(String,String)',
      ['a', 'EBCDIC'],
      'System.InvalidParameterValueException: Unsupported encoding: EBCDIC'
    ],
    ['Blob', 'size()', [blob('é')], 2],
    ['Blob', 'toString()', [bytes(2, 0xff)], 'System.StringException: BLOB is not a valid UTF-8 string'],
    ['String', 'valueOf(Object)', [blob('abc')], 'Blob[3]']
  ]);
});

describe('digests', () => {
  const rt = runtimeDouble();

  // Test vectors: RFC 1321, FIPS 180, RFC 4231 case 2.
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']
  ])('%s', (algorithm, expected) => {
    expect(hex(call(rt, 'System.Crypto', 'generateDigest(String,Blob)', algorithm, blob('abc')))).toBe(expected);
  });

  it('makes and verifies a MAC', () => {
    const args = ['hmacSHA256', blob('what do ya want for nothing?'), blob('Jefe')] as const;
    const mac = call(rt, 'System.Crypto', 'generateMac(String,Blob,Blob)', ...args) as ApexBlob;
    const wrong = new ApexBlob(mac.bytes.map((byte, i) => (i === 31 ? byte ^ 1 : byte)));

    expect(hex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect(
      [wrong, mac].map((given) => call(rt, 'System.Crypto', 'verifyHmac(String,Blob,Blob,Blob)', ...args, given))
    ).toEqual([false, true]);
  });
});

describe('AES', () => {
  const encrypt = (seedless = runtimeDouble()): ApexBlob =>
    call(
      seedless,
      'System.Crypto',
      'encryptWithManagedIV(String,Blob,Blob)',
      'AES256',
      bytes(32),
      blob('secret')
    ) as ApexBlob;
  const decrypt = (key: ApexBlob, data: ApexBlob): unknown =>
    outcome(() =>
      call(runtimeDouble(), 'System.Crypto', 'decryptWithManagedIV(String,Blob,Blob)', 'AES256', key, data)
    );

  it('puts the vector in front and reads it back', () => {
    const sealed = encrypt();

    expect(sealed.size).toBe(32);
    expect((decrypt(bytes(32), sealed) as ApexBlob).toText()).toBe('secret');
  });

  it('draws the vector from the org, so that a seed replays it', () => {
    const rt = runtimeDouble();

    expect([hex(encrypt(rt)), hex(encrypt(rt))]).toEqual([hex(encrypt()), expect.not.stringMatching(hex(encrypt()))]);
  });

  it.each([
    [
      bytes(32, 8),
      encrypt(),
      'System.SecurityException: Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    ],
    [bytes(16), encrypt(), 'System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.'],
    [
      bytes(32),
      bytes(16),
      'System.InvalidParameterValueException: Invalid data. Input data is 16 bytes, which is less than the required 32 bytes.'
    ]
  ])('refuses a wrong key or text', (key, data, message) => {
    expect(decrypt(key, data)).toBe(message);
  });

  it('makes keys of the sizes there are', () => {
    const rt = runtimeDouble();

    expect((call(rt, 'System.Crypto', 'generateAesKey(Integer)', 192) as ApexBlob).size).toBe(24);
    expect(outcome(() => call(rt, 'System.Crypto', 'generateAesKey(Integer)', 100))).toContain('Invalid key size 100');
  });
});

it('makes version 4 UUIDs from the random source of the org', () => {
  const rt = runtimeDouble();
  const make = (): string => textOf(rt, call(rt, 'System.UUID', 'randomUUID()'));
  const first = make();

  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(make()).not.toBe(first);
});
