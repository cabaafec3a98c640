/** Anonymous Apex: a class whose members are the block's methods and variables, all static, and its statements a method. */
import { typeRef } from '../../contracts/type-ref';
import type { AnonymousBlock, ClassDeclaration, Member, Modifiers } from '../ast';
import type { EmitInput } from './input';

/** The static method that holds the statements: no Apex method can be called so. */
export const ANONYMOUS_BODY = '<block>()';

const PUBLIC: Modifiers = {
  access: 'public',
  static: false,
  abstract: false,
  virtual: false,
  override: false,
  words: [],
  final: false,
  transient: false,
  testMethod: false,
  webservice: false,
  sharing: undefined,
  annotations: []
};

export function anonymousClass({ classes, unit }: EmitInput, block: AnonymousBlock): ClassDeclaration {
  const info = classes.find((one) => one.name.toLowerCase().endsWith('.anonymous'));
  if (!info) throw new Error(`${unit.file} has no class for its members: check the block before emitting it.`);
  const body: Member = {
    kind: 'method',
    at: block.at,
    modifiers: { ...PUBLIC, static: true },
    returns: { at: block.at, parts: ['void'], args: [], type: typeRef('void') },
    name: 'block',
    key: ANONYMOUS_BODY,
    parameters: [],
    body: block.body
  };
  return {
    kind: 'class',
    at: block.at,
    name: 'anonymous',
    modifiers: PUBLIC,
    superclass: undefined,
    interfaces: [],
    members: [...block.members.map(asStatic), body],
    canonicalName: info.name
  };
}

function asStatic(member: AnonymousBlock['members'][number]): Member {
  if (member.kind !== 'method' && member.kind !== 'field' && member.kind !== 'property') return member;
  return { ...member, modifiers: { ...member.modifiers, static: true } };
}
