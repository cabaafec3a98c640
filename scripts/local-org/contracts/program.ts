import type { ClassInfo } from './class-info';
import type { TypeRef } from './type-ref';

/** Where a problem is, in the platform's wording. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** 'syntax', 'type', 'unknown-method', 'unknown-field', 'soql', 'apex-ls', or a house rule's name. */
  readonly rule: string;
  readonly message: string;
}

/** A namespace with its source: an org is a list of these. */
export interface PackageSource {
  /** '' for none. */
  readonly namespace: string;
  readonly root: string;
  /** A managed package shows only what is global, and none of its protected objects, to the others. */
  readonly managed: boolean;
  readonly files: readonly SourceFile[];
}

export interface SourceFile {
  /** Relative to the project's root, with forward slashes: as problems and coverage print it. */
  readonly path: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly text: string;
}

/** Generated code of one compilation unit: the text of a JavaScript function body, instantiated once per org. */
export interface CompiledUnit {
  readonly file: string;
  readonly classes: readonly ClassInfo[];
  readonly trigger: TriggerInfo | undefined;
  readonly code: string;
  /** Version 3 source map of `code` to the Apex file. */
  readonly map: string;
  /** Lines that carry a coverage probe. */
  readonly coverableLines: readonly number[];
}

export interface TriggerInfo {
  readonly name: string;
  readonly object: string;
  readonly events: readonly string[];
  readonly namespace: string;
}

/** 'plain' for unit tests, 'generator' where transactions interleave. */
export type EmitMode = 'plain' | 'generator';

export interface Program {
  readonly mode: EmitMode;
  readonly units: readonly CompiledUnit[];
}

/** An entry point: a static method by class and key, or the body of an anonymous block or trigger. */
export interface EntryPoint {
  readonly className: string;
  readonly key: string;
  readonly args: readonly unknown[];
}

/** A parameter or field type with its name, as bindings list them. */
export interface NamedType {
  readonly name: string;
  readonly type: TypeRef;
}
