import { throwApex } from './exceptions';
import { ApexValue, exactKey } from './value';

const CHECK_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const ID_15 = /^[A-Za-z0-9]{15}$/;
const ID_18 = /^[A-Za-z0-9]{15}[A-Z0-5]{3}$/i;

/** Each check character tells which of five characters are upper case: ids survive tools that ignore case. */
function checkCharacters(id15: string): string {
  return [0, 5, 10]
    .map((start) => {
      let bits = 0;
      for (let i = 0; i < 5; i += 1) if (/[A-Z]/.test(id15.charAt(start + i))) bits |= 1 << i;
      return CHECK_CHARACTERS.charAt(bits);
    })
    .join('');
}

/** Gives the letters of an 18-character id the case that its check characters demand. */
function restoreCase(id18: string): string {
  const restored = [...id18.slice(0, 15)].map((character, i) => {
    const bits = CHECK_CHARACTERS.indexOf(id18.charAt(15 + Math.floor(i / 5)).toUpperCase());
    return (bits >> (i % 5)) & 1 ? character.toUpperCase() : character.toLowerCase();
  });
  return restored.join('') + id18.slice(15).toUpperCase();
}

export class ApexId extends ApexValue {
  private constructor(readonly value: string) {
    super();
  }

  /** Accepts 15 and 18 characters. */
  static parse(text: string): ApexId {
    const id = ApexId.tryParse(text);
    if (!id) throwApex('System.StringException', `Invalid id: ${text}`);
    return id;
  }

  static tryParse(text: string): ApexId | undefined {
    if (ID_15.test(text)) return new ApexId(text + checkCharacters(text));
    if (!ID_18.test(text)) return undefined;
    if (checkCharacters(text.slice(0, 15)) === text.slice(15)) return new ApexId(text);
    const restored = restoreCase(text);
    // The platform does not refuse check characters that ask the impossible, such as upper-case digits.
    return new ApexId(checkCharacters(restored.slice(0, 15)) === restored.slice(15) ? restored : text);
  }

  get keyPrefix(): string {
    return this.value.slice(0, 3);
  }

  get value15(): string {
    return this.value.slice(0, 15);
  }

  override toString(): string {
    return this.value;
  }

  /** Also equal to a String that spells the same id: untyped comparisons meet both. */
  equalTo(_rt: unknown, other: unknown): boolean {
    if (other instanceof ApexId) return other.value === this.value;
    return typeof other === 'string' && ApexId.tryParse(other)?.value === this.value;
  }

  hashKey(): string {
    return exactKey('id', this.value);
  }
}
