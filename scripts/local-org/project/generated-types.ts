import type { PlatformMethod, PlatformType, PlatformTypes } from '../contracts/platform-types';
import { signatureText, typeRef } from '../contracts/type-ref';
import type { TypeRef } from '../contracts/type-ref';
import type { Project } from './model';

/*
 * Classes that the platform makes of a project's metadata. They can be named and their calls are checked; running a flow
 * or a script is another matter, and refused when it is tried.
 */

const INPUT = typeRef('Map', [typeRef('String'), typeRef('Object')]);
const FLOW = /^Interview\.((?:\w+\.)?\w+)$/i;
const SCRIPT = /^DataWeaveScriptResource\.(\w+)$/i;

/** Apex Developer Guide, DataWeave in Apex, and Flow.Interview: a class each for every script and flow. */
export function withGeneratedTypes(platform: PlatformTypes, projects: readonly Project[]): PlatformTypes {
  const scripts = new Map(
    projects.flatMap(({ components }) =>
      components
        .filter(({ type }) => type === 'DataWeaveResource')
        .map(({ name }) => [name.toLowerCase(), name] as const)
    )
  );
  const made = new Map<string, PlatformType>();
  const generate = (namespace: string, name: string): PlatformType | undefined => {
    const script =
      namespace.toLowerCase() === 'system' ? scripts.get(SCRIPT.exec(name)?.[1]?.toLowerCase() ?? '') : undefined;
    if (script !== undefined) return subclass('System', `DataWeaveScriptResource.${script}`, 'DataWeave.Script', []);
    // A flow is looked for when it is started: code may name one that the org does not have.
    const flow = namespace.toLowerCase() === 'flow' ? FLOW.exec(name)?.[1] : undefined;
    return flow === undefined ? undefined : subclass('Flow', `Interview.${flow}`, 'Flow.Interview', [INPUT]);
  };
  const generated = (namespace: string, name: string): PlatformType | undefined => {
    const key = `${namespace}.${name}`.toLowerCase();
    const type = made.get(key) ?? generate(namespace, name);
    if (type) made.set(key, type);
    return type;
  };
  return {
    fingerprint: platform.fingerprint,
    type: (namespace, name) => platform.type(namespace, name) ?? generated(namespace, name),
    byCanonicalName(name) {
      const dot = name.indexOf('.');
      return (
        platform.byCanonicalName(name) ?? (dot < 0 ? undefined : generated(name.slice(0, dot), name.slice(dot + 1)))
      );
    },
    namespace: (name) => platform.namespace(name),
    sobject: (name) => platform.sobject(name),
    typeNames: () => platform.typeNames(),
    sobjectNames: () => platform.sobjectNames()
  };
}

function subclass(namespace: string, name: string, parent: string, parameters: readonly TypeRef[]): PlatformType {
  const constructor: PlatformMethod = {
    name: '<init>',
    static: false,
    abstract: false,
    parameters,
    returns: typeRef('void'),
    key: signatureText('<init>', parameters)
  };
  return {
    name,
    namespace,
    kind: 'class',
    abstract: false,
    typeParameters: [],
    superclass: typeRef(parent),
    interfaces: [],
    constructors: [constructor],
    methods: [],
    fields: [],
    values: []
  };
}
