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

/** Values in the order of the Apex Reference, as the corrected type tables have them too. */
const PLATFORM_ENUMS: Readonly<Record<string, readonly string[]>> = {
  'System.RoundingMode': ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'],
  'System.LoggingLevel': ['INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'NONE'],
  // prettier-ignore
  'System.TriggerOperation': [
    'BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'
  ],
  // prettier-ignore
  'System.JSONToken': [
    'END_ARRAY', 'END_OBJECT', 'FIELD_NAME', 'NOT_AVAILABLE', 'START_ARRAY', 'START_OBJECT', 'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE', 'VALUE_NULL', 'VALUE_NUMBER_FLOAT', 'VALUE_NUMBER_INT', 'VALUE_STRING', 'VALUE_TRUE'
  ]
};

export function platformEnumValue(enumType: string, name: string): ApexEnumValue {
  const position = PLATFORM_ENUMS[enumType]?.indexOf(name) ?? -1;
  return new ApexEnumValue(enumType, name, position < 0 ? undefined : position);
}
