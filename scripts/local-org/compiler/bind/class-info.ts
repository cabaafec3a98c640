import type { AnnotationInfo, ClassInfo, FieldInfo, MethodInfo } from '../../contracts/class-info';
import type { Modifiers } from '../ast';
import type { TypeIndex } from './members';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols';

/** What the run time knows of a class; of the class and of its inner ones, the outer first. */
export function classInfos(index: TypeIndex, symbol: ClassSymbol): readonly ClassInfo[] {
  return [classInfo(index, symbol), ...[...symbol.inner.values()].flatMap((inner) => classInfos(index, inner))];
}

function classInfo(index: TypeIndex, symbol: ClassSymbol): ClassInfo {
  const { declaration, namespace } = symbol;
  const fields = [...symbol.fields.values()];
  return {
    name: symbol.name,
    displayName: namespace === '' ? symbol.name.replace(/^c\./, '') : symbol.name,
    namespace,
    kind: symbol.kind,
    file: symbol.file,
    access: symbol.access,
    abstract: symbol.kind === 'interface' || declaration.modifiers.abstract,
    sharing: declaration.modifiers.sharing,
    annotations: annotations(declaration.modifiers),
    superclass: symbol.superclass?.name,
    supertypes: index.hierarchy(symbol.type).slice(1),
    fields: fields.filter((field) => field.kind !== 'enum-value').map(fieldInfo),
    methods: [...symbol.methods.values()].flat().map(methodInfo),
    constructors: symbol.constructors.map(methodInfo),
    values: fields.filter((field) => field.kind === 'enum-value').map((field) => field.name)
  };
}

function fieldInfo(field: FieldSymbol): FieldInfo {
  return {
    name: field.name,
    type: field.type,
    static: field.static,
    transient: field.modifiers.transient,
    access: field.access,
    property: field.accessors,
    annotations: annotations(field.modifiers)
  };
}

function methodInfo(method: MethodSymbol): MethodInfo {
  const { name, key, access, parameters, parameterNames, returns } = method;
  return {
    name,
    key,
    static: method.static,
    access,
    parameters,
    parameterNames,
    returns,
    annotations: annotations(method.modifiers)
  };
}

/** The old keyword `testMethod` means the annotation. */
function annotations(modifiers: Modifiers): readonly AnnotationInfo[] {
  const written = modifiers.annotations.map(({ name, parameters }) => ({ name, parameters }));
  const byKeyword = modifiers.testMethod && !written.some((annotation) => annotation.name === 'istest');
  return byKeyword ? [...written, { name: 'istest', parameters: {} }] : written;
}
