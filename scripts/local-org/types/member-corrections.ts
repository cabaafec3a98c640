export interface TypeCorrection {
  /** Keys of methods and constructors, or names of fields, that the platform does not have. */
  readonly remove?: readonly string[];
  /** Declarations as in declaration.ts. */
  readonly add?: readonly string[];
  readonly fields?: readonly string[];
  readonly interfaces?: readonly string[];
  readonly abstract?: boolean;
  /** An enum's values in the platform's order. */
  readonly values?: readonly string[];
}

/**
 * Members that the tables lack or misstate, by canonical type name. Each entry names its source. A correction that
 * does not apply stops the generation of the cache, so that none outlives the tables it was written for.
 */
export const MEMBER_CORRECTIONS: Readonly<Record<string, TypeCorrection>> = {
  // Apex Reference, LoggingLevel Enum: from least to most verbose (the tables sort by name, and add INTERNAL).
  'System.LoggingLevel': {
    values: ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST', 'INTERNAL']
  },
  // Apex Developer Guide, Trigger Context Variables.
  'System.TriggerOperation': {
    values: [
      'BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'
    ] // prettier-ignore
  },
  // Apex Developer Guide, Trigger Context Variables: the tables write `New` as Java reserves `new`.
  'System.Trigger': { remove: ['New'], fields: ['static List<SObject> new'] }
};
