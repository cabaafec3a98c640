import type { PlatformType } from '../contracts/platform-types';
import { correct, outdated } from './correct';
import type { TypeCorrection } from './member-corrections';

export interface AddedType extends TypeCorrection {
  readonly namespace: string;
  readonly name: string;
}

const EXCEPTION = 'System.Exception';
const EXCEPTION_CONSTRUCTORS = [
  'void <init>()',
  'void <init>(String)',
  'void <init>(System.Exception)',
  'void <init>(String,System.Exception)'
];

/** Types that the tables lack altogether. Each names its source; one that the tables have meanwhile stops generation. */
export const ADDED_TYPES: readonly AddedType[] = [
  // Apex Reference, Cache Exceptions.
  {
    namespace: 'Cache',
    name: 'Session.SessionCacheException',
    superclass: EXCEPTION,
    add: EXCEPTION_CONSTRUCTORS
  },
  // Apex Developer Guide, DataWeave in Apex: "Exceptions thrown from DataWeave scripts".
  { namespace: 'System', name: 'DataWeaveScriptException', superclass: EXCEPTION, add: EXCEPTION_CONSTRUCTORS },
  // Apex Reference, FormulaEval Namespace, FormulaBuilder.build().
  { namespace: 'System', name: 'FormulaValidationException', superclass: EXCEPTION, add: EXCEPTION_CONSTRUCTORS },
  // Apex Reference, ConnectApi Output Classes, Time Zone.
  { namespace: 'ConnectApi', name: 'TimeZone', add: ['void <init>()'], fields: ['Double gmtOffset', 'String name'] },
  // Apex Reference, PaginationCursor Class and CursorFetchResult Class.
  {
    namespace: 'Database',
    name: 'PaginationCursor',
    add: [
      'Integer fetchDeleted(Integer,Integer)',
      'Database.CursorFetchResult fetchPage(Integer,Integer)',
      'Integer getNumRecords()'
    ]
  },
  {
    namespace: 'Database',
    name: 'CursorFetchResult',
    add: ['Integer getNextIndex()', 'Integer getNumDeletedRecords()', 'List<SObject> getRecords()', 'Boolean isDone()']
  },
  // Apex Developer Guide, Referencing a Visualforce Page: `Page.name`; what stands behind it is the project's.
  { namespace: 'System', name: 'Page' }
];

export function addedTypes(known: ReadonlySet<string>): readonly PlatformType[] {
  return ADDED_TYPES.map(({ namespace, name, ...members }) => {
    const canonical = `${namespace}.${name}`;
    if (known.has(canonical)) throw outdated(canonical, 'exists');
    return correct({ ...NOTHING, namespace, name }, members, canonical);
  });
}

const NOTHING: PlatformType = {
  namespace: '',
  name: '',
  kind: 'class',
  abstract: false,
  typeParameters: [],
  superclass: undefined,
  interfaces: [],
  constructors: [],
  methods: [],
  fields: [],
  values: []
};
