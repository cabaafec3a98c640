import type { ObjectKind } from '../contracts/schema';
import type { FieldMetadata, ObjectDefinition, ValidationRuleMetadata } from './model';
import { suffixOf } from './names';
import type { XmlElement } from './xml';

export function objectDefinition(name: string, root: XmlElement): ObjectDefinition | undefined {
  const label = root.text('label');
  // Standard objects appear in projects with list views and the like, but never with a label.
  if (label === undefined && suffixOf(name) === '') return undefined;
  const nameField = root.child('nameField');
  const autoNumber = nameField?.text('type') === 'AutoNumber' ? (nameField.text('displayFormat') ?? '{0}') : undefined;
  const behavior = root.text('publishBehavior');
  return {
    kind: kindOf(name, root),
    label: label ?? name,
    pluralLabel: root.text('pluralLabel') ?? label ?? name,
    protected: root.text('visibility') === 'Protected',
    sharingModel: root.text('sharingModel'),
    publishBehavior: behavior === 'PublishImmediately' || behavior === 'PublishAfterCommit' ? behavior : undefined,
    nameField: { label: nameField?.text('label') ?? 'Name', autoNumber }
  };
}

function kindOf(name: string, root: XmlElement): ObjectKind {
  switch (suffixOf(name)) {
    case 'e':
      return 'event';
    case 'mdt':
      return 'metadata';
    case 'c':
      return settingKind(root.text('customSettingsType'));
    default:
      return 'standard';
  }
}

function settingKind(type: string | undefined): ObjectKind {
  if (type === 'List') return 'setting-list';
  return type === 'Hierarchy' ? 'setting-hierarchy' : 'custom';
}

/** A field of its own file, or one nested in an object file. */
export function fieldMetadata(root: XmlElement, file: string): FieldMetadata {
  const name = root.text('fullName') ?? '';
  const kind = root.text('type') ?? (root.text('formula') === undefined ? '' : 'Formula');
  const set = root.child('valueSet');
  const values = set?.child('valueSetDefinition')?.children('value') ?? [];
  const constraint = root.text('deleteConstraint');
  return {
    name,
    file,
    label: root.text('label') ?? name,
    kind,
    length: root.number('length'),
    precision: root.number('precision'),
    scale: root.number('scale'),
    required: root.flag('required') || kind === 'MasterDetail',
    unique: root.flag('unique'),
    caseSensitive: root.flag('caseSensitive'),
    externalId: root.flag('externalId'),
    defaultFormula: root.text('defaultValue'),
    formula: root.text('formula') ?? (kind === 'Summary' ? root.text('summaryOperation') : undefined),
    displayFormat: root.text('displayFormat'),
    referenceTo: root.text('referenceTo'),
    relationshipName: root.text('relationshipName'),
    deleteConstraint: deleteConstraint(kind, constraint),
    picklist: values.map((value) => ({
      value: value.text('fullName') ?? '',
      label: value.text('label') ?? value.text('fullName') ?? '',
      default: value.flag('default')
    })),
    restrictedPicklist: set?.flag('restricted') ?? false
  };
}

function deleteConstraint(kind: string, written: string | undefined): FieldMetadata['deleteConstraint'] {
  if (kind === 'MasterDetail') return 'Cascade';
  if (kind !== 'Lookup') return undefined;
  return written === 'Restrict' || written === 'Cascade' ? written : 'SetNull';
}

export function validationRule(root: XmlElement, name: string): ValidationRuleMetadata {
  return { name: root.text('fullName') ?? name, active: root.flag('active') };
}
