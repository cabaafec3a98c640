import { implement } from '../../contracts/library';
import { ApexBlob } from '../../runtime/blob';
import { throwApex } from '../../runtime/exceptions';
import { instanceMethods, staticMethods } from './nulls';

export const blobs = implement('Blob', {
  ...instanceMethods({
    'size()': (_rt, blob: ApexBlob) => blob.size,
    'toString()': (_rt, blob: ApexBlob) => blob.toText()
  }),
  ...staticMethods({ 'valueOf(String)': (_rt, text: string) => ApexBlob.fromText(text) })
});

/** Alphabets with and without padding and line breaks are read; anything else is refused. */
function fromBase64(text: string): ApexBlob {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throwApex('System.StringException', 'Invalid base64 input');
  return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
}

function fromHex(text: string): ApexBlob {
  if (text.length % 2 === 1) throwApex('System.InvalidParameterValueException', 'Odd number of characters.');
  if (!/^[0-9a-fA-F]*$/.test(text)) {
    throwApex('System.InvalidParameterValueException', 'Illegal hexadecimal character in the input.');
  }
  return new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')));
}

const CHARSETS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'iso-8859-1': 'latin1',
  'us-ascii': 'ascii'
};

function encodingOf(charset: string): BufferEncoding {
  const encoding = CHARSETS[charset.toLowerCase()];
  return encoding ?? throwApex('System.InvalidParameterValueException', `Unsupported encoding: ${charset}`);
}

/** As Java's URLEncoder: letters, digits and .-*_ stay, a blank is a plus. */
function urlEncode(text: string, charset: string): string {
  const encoding = encodingOf(charset);
  const encode = (part: string): string =>
    [...Buffer.from(part, encoding)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  return text.replace(/[^A-Za-z0-9.\-*_ ]+/g, encode).replace(/ /g, '+');
}

function urlDecode(text: string, charset: string): string {
  const encoding = encodingOf(charset);
  return text.replace(/\+/g, ' ').replace(/(?:%[0-9a-fA-F]{0,2})+/g, (run) => {
    const broken = /%(?![0-9a-fA-F]{2})/.test(run);
    if (broken) throwApex('System.IllegalArgumentException', 'URLDecoder: Incomplete trailing escape (%) pattern');
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString(encoding);
  });
}

export const encodings = implement(
  'System.EncodingUtil',
  staticMethods({
    'base64Decode(String)': (_rt, text: string) => fromBase64(text),
    'base64Encode(Blob)': (_rt, blob: ApexBlob) => Buffer.from(blob.bytes).toString('base64'),
    'convertFromHex(String)': (_rt, text: string) => fromHex(text),
    'convertToHex(Blob)': (_rt, blob: ApexBlob) => Buffer.from(blob.bytes).toString('hex'),
    'urlDecode(String,String)': (_rt, text: string, charset: string) => urlDecode(text, charset),
    'urlEncode(String,String)': (_rt, text: string, charset: string) => urlEncode(text, charset)
  })
);
