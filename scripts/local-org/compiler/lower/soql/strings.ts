const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\'
}; // prettier-ignore

/**
 * The value of a quoted literal; the lexer has already refused malformed escapes. Escapes that only LIKE knows
 * (`\_` and `\%`) stay as written, so that the pattern still shows which wildcards are meant literally.
 */
export function unquote(literal: string): string {
  const multiline = literal.length >= 7 && literal.startsWith("'''");
  const body = multiline ? afterFirstBreak(literal.slice(3, -3)) : literal.slice(1, -1);
  return body.includes('\\') ? unescape(body) : body;
}

/** A multi-line string starts on the line after its quotes, so that line break is not part of the value. */
function afterFirstBreak(body: string): string {
  return body.replace(/^(\r\n|\r|\n)/, '');
}

function unescape(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, code: string) =>
    code.length === 5 ? String.fromCharCode(parseInt(code.slice(1), 16)) : (ESCAPES[code] ?? whole)
  );
}
