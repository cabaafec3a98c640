import { UnsupportedCall } from './unsupported';
import { ApexValue, exactKey } from './value';

/** A value of an enum of the project or the platform. Equal by enum and name, so several instances do no harm. */
export class ApexEnumValue extends ApexValue {
  constructor(
    /** Canonical name of the enum. */
    readonly enumType: string,
    readonly name: string,
    private readonly position: number | undefined
  ) {
    super();
  }

  /** The type tables list values by name, so the declared order of some platform enums is unknown. */
  get ordinal(): number {
    if (this.position === undefined) throw new UnsupportedCall(this.enumType, 'ordinal()');
    return this.position;
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

/** Declared order of the platform enums whose order is documented. */
const PLATFORM_ENUMS: Readonly<Record<string, readonly string[]>> = {
  'System.RoundingMode': ['UP', 'DOWN', 'CEILING', 'FLOOR', 'HALF_UP', 'HALF_DOWN', 'HALF_EVEN', 'UNNECESSARY'],
  'System.LoggingLevel': ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'],
  'System.TriggerOperation': [
    'BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'
  ], // prettier-ignore
  'System.JSONToken': [
    'NOT_AVAILABLE', 'START_OBJECT', 'END_OBJECT', 'START_ARRAY', 'END_ARRAY', 'FIELD_NAME', 'VALUE_EMBEDDED_OBJECT',
    'VALUE_STRING', 'VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT', 'VALUE_TRUE', 'VALUE_FALSE', 'VALUE_NULL'
  ] // prettier-ignore
};

export function platformEnumValue(enumType: string, name: string): ApexEnumValue {
  const position = PLATFORM_ENUMS[enumType]?.indexOf(name) ?? -1;
  return new ApexEnumValue(enumType, name, position < 0 ? undefined : position);
}
