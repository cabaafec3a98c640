export interface TypeCorrection {
  /** Keys of methods and constructors, or names of fields, that the platform does not have. */
  readonly remove?: readonly string[];
  /** Declarations as in declaration.ts. */
  readonly add?: readonly string[];
  readonly fields?: readonly string[];
  readonly interfaces?: readonly string[];
  readonly abstract?: boolean;
  readonly superclass?: string;
  /** An enum's values in the platform's order. */
  readonly values?: readonly string[];
  /** Values of an enum that the tables misspell, by the tables' name. */
  readonly renamedValues?: Readonly<Record<string, string>>;
}

/**
 * Members that the tables lack or misstate, by canonical type name. Each entry names its source. A correction that
 * does not apply stops the generation of the cache, so that none outlives the tables it was written for.
 */
export const MEMBER_CORRECTIONS: Readonly<Record<string, TypeCorrection>> = {
  // The tables sort by name. Order of ordinal(): public packages compare levels by it, with NONE the highest
  // (NebulaLogger, Logger.meetsUserLoggingLevel and its tests).
  'System.LoggingLevel': {
    values: ['INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'NONE']
  },
  // Apex Developer Guide, Trigger Context Variables.
  'System.TriggerOperation': {
    values: [
      'BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'
    ] // prettier-ignore
  },
  // Apex Reference, ConnectApi.UserSettings: the output class of the same simple name as the system's.
  'ConnectApi.UserSettings': { remove: ['timeZone'], fields: ['ConnectApi.TimeZone timeZone'] },
  // Apex Reference, Quiddity Enum.
  'System.Quiddity': { renamedValues: { UD: 'UNDEFINED' } },
  // Apex Developer Guide, Detecting Duplicate Queueable Jobs: the examples call Builder() as a static method.
  'System.QueueableDuplicateSignature': { add: ['static System.QueueableDuplicateSignature.Builder Builder()'] },
  // Apex Developer Guide, Trigger Context Variables: the tables write `New` as Java reserves `new`.
  'System.Trigger': { remove: ['New'], fields: ['static List<SObject> new'] },

  // Apex Reference, Exception Class and Built-In Exceptions: every exception inherits these four constructors; Apex
  // Developer Guide, Create Custom Exceptions: Exception itself cannot be constructed.
  'System.Exception': {
    abstract: true,
    add: [
      'void <init>()',
      'void <init>(String)',
      'void <init>(System.Exception)',
      'void <init>(String,System.Exception)'
    ]
  },

  // Apex Reference, Database Class: executeBatch gives the ID of the AsyncApexJob; pagination cursors are newer than the
  // tables.
  'System.Database': {
    remove: ['executeBatch(Object)', 'executeBatch(Object,Integer)'],
    add: [
      'static Id executeBatch(Object)',
      'static Id executeBatch(Object,Integer)',
      'static Database.PaginationCursor getPaginationCursor(String)',
      'static Database.PaginationCursor getPaginationCursor(String,System.AccessLevel)',
      'static Database.PaginationCursor getPaginationCursorWithBinds(String,Map<String,Object>,System.AccessLevel)'
    ]
  },
  // Apex Reference, Batchable Interface: start gives an Iterable or a QueryLocator. The compiler's own message,
  // "Illegal assignment from System.Iterable to Database.QueryLocator", says which one the interface declares.
  'Database.Batchable': {
    remove: ['start(Database.BatchableContext)'],
    add: ['abstract Iterable<T> start(Database.BatchableContext)']
  },
  'Database.QueryLocator': { interfaces: ['Iterable<SObject>'] },

  // Apex Reference, System Class. `Assert` escapes a word that Java reserves; debug takes a LoggingLevel first.
  'System.System': {
    remove: ['Assert(Boolean)', 'Assert(Boolean,Object)', 'debug(Object,Object)'],
    add: [
      'static void assert(Boolean)',
      'static void assert(Boolean,Object)',
      'static void debug(System.LoggingLevel,Object)'
    ]
  },
  // Apex Reference, Http Class.
  'System.Http': { remove: ['send(Object)'], add: ['System.HttpResponse send(System.HttpRequest)'] },
  // Apex Reference, HttpRequest Class.
  'System.HttpRequest': { remove: ['setBodyDocument(Object)'], add: ['void setBodyDocument(Dom.Document)'] },
  // Apex Reference, Test Class.
  'System.Test': {
    remove: ['setCurrentPage(Object)', 'setCurrentPageReference(Object)'],
    add: [
      'static void setCurrentPage(System.PageReference)',
      'static void setCurrentPageReference(System.PageReference)'
    ]
  },
  // Apex Reference, Set Class: the other set is of the same element type.
  Set: { remove: ['equals(Set<Object>)'], add: ['Boolean equals(Set<T>)'] },

  // Apex Reference, OrgPartition Class and SessionPartition Class: both extend Cache.Partition and are had from
  // getPartition only.
  'Cache.OrgPartition': { superclass: 'Cache.Partition', remove: ['<init>(String)'] },
  'Cache.SessionPartition': { superclass: 'Cache.Partition', remove: ['<init>(String)'] },
  // Apex Reference, Org Class and Session Class: "Constants".
  'Cache.Org': { remove: ['MAX_TTL_SECS'], fields: ['static Integer MAX_TTL_SECS'] },
  'Cache.Session': { remove: ['MAX_TTL_SECS'], fields: ['static Integer MAX_TTL_SECS'] },

  // Apex Reference: these classes list no constructors; their values come from literals or static methods.
  Date: { remove: ['<init>()'] },
  Decimal: { remove: ['<init>()'] },
  Id: { remove: ['<init>()'] },
  Time: { remove: ['<init>()'] },
  'System.Matcher': { remove: ['<init>()'] },
  'System.Pattern': { remove: ['<init>()'] },
  'System.TimeZone': { remove: ['<init>()'] },
  'System.UUID': { remove: ['<init>()'] }
};
