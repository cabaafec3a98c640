/**
 * Java's MessageFormat without format styles: {0} is an argument, '...' is literal, '' is a quote. A placeholder
 * without an argument stays as it is.
 */
export function formatMessage(template: string, args: readonly string[]): string {
  let result = '';
  let quoted = false;
  for (let i = 0; i < template.length; i += 1) {
    const character = template.charAt(i);
    const placeholder = quoted ? undefined : /^\{(\d+)\}/.exec(template.slice(i));
    if (character === "'" && template[i + 1] === "'") {
      result += "'";
      i += 1;
    } else if (character === "'") {
      quoted = !quoted;
    } else if (placeholder) {
      result += args[Number(placeholder[1])] ?? placeholder[0];
      i += placeholder[0].length - 1;
    } else {
      result += character;
    }
  }
  return result;
}
