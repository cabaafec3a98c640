import { typeRef } from '../contracts/type-ref';
import type { TypeRef } from '../contracts/type-ref';

/*
 * What the tables say differently from the platform. Every entry names its source; "table" means that the answer is in
 * the jars themselves. Corrections to the members of types are in member-corrections.ts.
 */

/** Apex Reference, titles of its namespace chapters; Java packages of the tables are lower-case for these. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  applauncher: 'AppLauncher',
  cache: 'Cache',
  dom: 'Dom',
  eventbus: 'EventBus',
  reports: 'Reports',
  sfdc_enablement: 'Sfdc_Enablement'
};

/** Java types in signatures. Table: an enum's own methods mix both kinds for the same meaning. */
export const JAVA_TYPES: Readonly<Record<string, string>> = {
  V: 'void',
  'java/lang/Object': 'Object',
  'java/lang/String': 'String',
  'java/lang/Boolean': 'Boolean',
  'java/lang/Integer': 'Integer'
};

/** Table: helper types that Apex knows under another name; `generic` keeps the type arguments. */
export const REPLACED_TYPES: Readonly<Record<string, { readonly name: string; readonly generic: boolean }>> = {
  // What a query gives: Apex Developer Guide, "SOQL and SOSL Queries", a List of SObjects.
  'Internal/RecordSet$': { name: 'List', generic: true },
  // Apex Reference, Schema Namespace.
  'Internal/SObjectType$': { name: 'Schema.SObjectType', generic: false },
  'Internal/DescribeSObjectResult$': { name: 'Schema.DescribeSObjectResult', generic: false },
  'Internal/SObjectTypeFields$': { name: 'Schema.SObjectTypeFields', generic: false },
  'Internal/SObjectTypeFieldSets$': { name: 'Schema.SObjectTypeFieldSets', generic: false },
  'Internal/SObjectFields$': { name: 'Schema.SObjectTypeFields', generic: false },
  'Internal/SObjectFieldRowCause$': { name: 'Schema.SObjectField', generic: false },
  'Internal/Trigger$': { name: 'System.Trigger', generic: false },
  'Internal/Any$': { name: 'Object', generic: false },
  'Internal/Object$': { name: 'Object', generic: false },
  'Internal/Interface$': { name: 'Object', generic: false },
  'Internal/Null$': { name: 'null', generic: false }
};

/** Table: this class stands for Apex's root type, whose methods every value has. */
export const ROOT_OBJECT = 'Internal/Object$';

/** Object Reference, "Compound Fields": the tables type them by the objects of the same names. */
export const COMPOUND_FIELDS: Readonly<Record<string, TypeRef>> = {
  'Schema.Address': typeRef('System.Address'),
  'Schema.Location': typeRef('System.Location')
};

/** Fields that the tables type as Object, by name, or by object and name. */
export const FIELD_TYPES: Readonly<Record<string, TypeRef>> = {
  // Apex Reference, EventBus.ChangeEventHeader.
  ChangeEventHeader: typeRef('EventBus.ChangeEventHeader'),
  // Table: the only relationship without an id beside it; Object Reference, PricingProcedureOutputMap: a reference.
  'PricingProcedureOutputMap.LookupField': typeRef('Id')
};

/** Object Reference, Name: stands for what a polymorphic lookup may point at, where the objects are not known. */
export const NAME_POINTER = 'Name';

/** Object Reference, the "Refers To" of each field. */
export const POLYMORPHIC: Readonly<Record<string, readonly string[]>> = {
  Owner: ['Group', 'User'],
  UserOrGroup: ['Group', 'User'],
  'Task.Who': ['Contact', 'Lead'],
  'Event.Who': ['Contact', 'Lead']
};
