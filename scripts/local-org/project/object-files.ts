import { fieldMetadata, objectDefinition, validationRule } from './objects';
import type { FieldMetadata, ObjectDefinition, ObjectMetadata, ValidationRuleMetadata } from './model';
import type { TextFile, XmlElement } from './xml';

interface Draft {
  readonly name: string;
  file: string;
  definition: ObjectDefinition | undefined;
  readonly fields: FieldMetadata[];
  readonly validationRules: ValidationRuleMetadata[];
  readonly sharingReasons: string[];
}

/** An object is spread over a folder of files, and over package directories. */
export class ObjectCollector {
  readonly #drafts = new Map<string, Draft>();
  readonly #parse: (file: TextFile, rootName: string) => XmlElement | undefined;

  constructor(parse: (file: TextFile, rootName: string) => XmlElement | undefined) {
    this.#parse = parse;
  }

  /** Whether the file was part of an object. */
  add(file: TextFile, name: string, suffix: string): boolean {
    switch (suffix) {
      case 'object':
        this.#addObject(file, name);
        return true;
      case 'field':
        this.#addField(file);
        return true;
      case 'validationRule':
        this.#addRule(file, name);
        return true;
      case 'sharingReason':
        this.#draft(objectFolder(file), file).sharingReasons.push(name);
        return true;
      default:
        return false;
    }
  }

  result(): readonly ObjectMetadata[] {
    return [...this.#drafts.values()];
  }

  #addObject(file: TextFile, name: string): void {
    const root = this.#parse(file, 'CustomObject');
    if (!root) return;
    const draft = this.#draft(name, file);
    draft.file = file.path;
    draft.definition = objectDefinition(name, root);
    draft.fields.push(...root.children('fields').map((field) => fieldMetadata(field, file.path)));
    draft.validationRules.push(...root.children('validationRules').map((rule) => validationRule(rule, '')));
    draft.sharingReasons.push(...root.children('sharingReasons').map((reason) => reason.text('fullName') ?? ''));
  }

  #addField(file: TextFile): void {
    const root = this.#parse(file, 'CustomField');
    if (root) this.#draft(objectFolder(file), file).fields.push(fieldMetadata(root, file.path));
  }

  #addRule(file: TextFile, name: string): void {
    const root = this.#parse(file, 'ValidationRule');
    if (root) this.#draft(objectFolder(file), file).validationRules.push(validationRule(root, name));
  }

  #draft(name: string, file: TextFile): Draft {
    const key = name.toLowerCase();
    const known = this.#drafts.get(key);
    if (known) return known;
    const fresh: Draft = {
      name,
      file: file.path,
      definition: undefined,
      fields: [],
      validationRules: [],
      sharingReasons: []
    };
    this.#drafts.set(key, fresh);
    return fresh;
  }
}

/** '.../objects/Account/fields/X__c.field-meta.xml' belongs to Account. */
function objectFolder(file: TextFile): string {
  return file.path.split('/').at(-3) ?? '';
}
