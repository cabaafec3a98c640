/** Fills {0}, {1} ... of a label, as String.format does in Apex. A placeholder without a value is left out. */
export function fill(template: string, ...values: readonly (string | number | null | undefined)[]): string {
  return template.replace(/\{(\d+)\}/g, (_match, index: string) => String(values[Number(index)] ?? ''));
}
