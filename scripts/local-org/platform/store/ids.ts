const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const WIDTH = 9;

/** The 15 characters of a record id: key prefix, the org's instance code, a counter in base 62. */
export function recordId15(keyPrefix: string, instance: string, counter: number): string {
  let rest = counter;
  let text = '';
  for (let i = 0; i < WIDTH; i += 1) {
    text = DIGITS.charAt(rest % DIGITS.length) + text;
    rest = Math.floor(rest / DIGITS.length);
  }
  return keyPrefix + instance.slice(0, 3).padEnd(3, '0') + text;
}

/** An auto-number display format: 'C-{0000}' with 7 is 'C-0007'. Date parts are not emulated. */
export function autoNumber(format: string, counter: number): string {
  return format.replace(/\{(0+)\}/, (_whole, zeros: string) => String(counter).padStart(zeros.length, '0'));
}
