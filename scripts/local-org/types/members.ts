import type { PlatformField, PlatformMethod, PlatformType } from '../contracts/platform-types';
import type { TypeRef } from '../contracts/type-ref';
import { ACCESS } from './classfile';
import type { ClassFile, ClassMember } from './classfile';
import { method } from './declaration';
import { enumMethods } from './enums';
import { apexType, canonicalName, memberName, qualifiedName } from './names';
import { parseClassSignature, parseFieldSignature, parseMethodSignature } from './signature';

const JAVA_ROOTS: ReadonlySet<string> = new Set(['java/lang/Object', 'java/lang/Enum']);

/** One class of the tables as Apex sees it, before corrections. */
export function platformType(file: ClassFile): PlatformType {
  const { namespace, name } = qualifiedName(file.name);
  const isEnum = has(file.access, ACCESS.enum);
  const isInterface = has(file.access, ACCESS.interface);
  const methods = file.methods.filter((m) => visible(m) && m.name !== '<init>' && m.name !== '<clinit>');
  const self = canonicalName({ namespace, name });
  return {
    name,
    namespace,
    kind: isEnum ? 'enum' : isInterface ? 'interface' : 'class',
    abstract: has(file.access, ACCESS.abstract),
    ...parents(file),
    constructors: isEnum ? [] : file.methods.filter(isConstructor).map(platformMethod),
    methods: isEnum ? enumMethods(self) : methods.map(platformMethod),
    fields: isEnum ? [] : file.fields.filter(visible).map(platformField),
    values: file.fields.filter((f) => has(f.access, ACCESS.enum)).map((f) => memberName(f.name))
  };
}

function parents(file: ClassFile): Pick<PlatformType, 'typeParameters' | 'superclass' | 'interfaces'> {
  const plain = (name: string): TypeRef => apexType({ name, args: [] });
  const root = file.superclass === undefined || JAVA_ROOTS.has(file.superclass);
  if (file.signature === undefined) {
    return {
      typeParameters: [],
      superclass: root ? undefined : plain(file.superclass!),
      interfaces: file.interfaces.map(plain)
    };
  }
  const signature = parseClassSignature(file.signature);
  return {
    typeParameters: signature.typeParameters,
    superclass: root ? undefined : apexType(signature.superclass),
    interfaces: signature.interfaces.map(apexType)
  };
}

function platformMethod(member: ClassMember): PlatformMethod {
  const { parameters, returns } = parseMethodSignature(member.signature);
  return method(
    memberName(member.name),
    parameters.map(apexType),
    apexType(returns),
    isStatic(member),
    has(member.access, ACCESS.abstract)
  );
}

function platformField(member: ClassMember): PlatformField {
  return {
    name: memberName(member.name),
    static: isStatic(member),
    type: apexType(parseFieldSignature(member.signature))
  };
}

/** A class whose constructors are not public cannot be made by Apex code: its table lists none. */
function isConstructor(member: ClassMember): boolean {
  return member.name === '<init>' && has(member.access, ACCESS.public);
}

export function visible(member: ClassMember): boolean {
  return has(member.access, ACCESS.public | ACCESS.protected) && !has(member.access, ACCESS.synthetic);
}

export function isStatic(member: ClassMember): boolean {
  return has(member.access, ACCESS.static);
}

function has(access: number, flag: number): boolean {
  return (access & flag) !== 0;
}
