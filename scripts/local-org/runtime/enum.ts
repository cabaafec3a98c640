import { ApexValue, exactKey } from './value';

/** A value of an enum of the project or the platform. Equal by enum and name, so several instances do no harm. */
export class ApexEnumValue extends ApexValue {
  constructor(
    /** Canonical name of the enum. */
    readonly enumType: string,
    readonly name: string,
    readonly ordinal: number
  ) {
    super();
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexEnumValue && other.enumType === this.enumType && other.name === this.name;
  }

  hashKey(): string {
    return exactKey('enum', `${this.enumType}.${this.name}`);
  }
}

/** All values of an enum from their names in order. */
export function enumValues(enumType: string, names: readonly string[]): readonly ApexEnumValue[] {
  return names.map((name, ordinal) => new ApexEnumValue(enumType, name, ordinal));
}
