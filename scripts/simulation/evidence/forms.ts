/** The forms in which a secret could leave: as it is, and as code commonly writes it. */

/** So long a piece of a secret is enough to recognise it; no other text of the scenarios shares one by chance. */
export const PIECE = 16;

export function formsOf(secret: string): readonly string[] {
  const aligned = [0, 1, 2].map((before) => base64Inside(secret, before));
  return [
    secret,
    urlEncoded(secret),
    Buffer.from(secret).toString('hex'),
    ...aligned,
    ...aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ...aligned.map(urlEncoded)
  ];
}

/** What base64 makes of the secret behind so many other bytes: the characters that depend on nothing else. */
function base64Inside(secret: string, before: number): string {
  const text = Buffer.from(`${'-'.repeat(before)}${secret}`)
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(before === 0 ? 0 : before + 1, -1);
}

/** As EncodingUtil.urlEncode does it, which also encodes an exclamation mark. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll('!', '%21');
}
