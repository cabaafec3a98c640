import type { AnonymousUnitContext, TriggerUnitContext } from '@apexdevtools/apex-parser';
import type { AnonymousBlock, FieldDeclaration, LocalDeclaration, Statement, TriggerDeclaration } from '../ast';
import { lowerAnyType } from './declarations';
import { lowerLooseMember } from './members';
import { NO_MODIFIERS } from './modifiers';
import { atContext, NotSupported, optional } from './soql/position';
import { shareVariables } from './shared-variables';
import { lowerStatement } from './statements';
import { plainType } from './types';

export function lowerTrigger(context: TriggerUnitContext): TriggerDeclaration {
  const block = context.triggerBlock();
  const statements = block.triggerBlockMember_list().map((member): Statement => {
    const statement = optional(member.statement());
    if (statement) return lowerStatement(statement);
    const field = optional(member.triggerMemberDeclaration())?.fieldDeclaration();
    if (!field) throw new NotSupported(atContext(member), 'a declaration inside a trigger; move it to a class');
    const lowered = lowerLooseMember(member.triggerMemberDeclaration(), member.modifier_list());
    if (lowered.kind !== 'field') throw new NotSupported(lowered.at, 'a declaration inside a trigger');
    return localOf(lowered);
  });
  const [name, object] = [context.id(0), context.id(1)];
  return {
    kind: 'trigger',
    at: atContext(name),
    name: name.getText(),
    object: plainType(atContext(object), [object.getText()]),
    events: context.triggerCase_list().map(
      (event) =>
        event.children
          ?.map((word) => word.getText())
          .join(' ')
          .toLowerCase() ?? ''
    ),
    body: { kind: 'block', at: atContext(block), statements }
  };
}

function localOf(field: FieldDeclaration): LocalDeclaration {
  const { at, type, declarators } = field;
  // Any modifier may stand here; only static says something.
  return { kind: 'local', at, type, declarators, modifiers: { ...NO_MODIFIERS, static: field.modifiers.static } };
}

/**
 * A field declaration at the top of anonymous Apex is a variable of the block, in the order of the statements (the
 * grammar may read it as either); methods and types are declared before anything runs. There is no instance, so
 * methods count as static.
 */
export function lowerAnonymous(context: AnonymousUnitContext): AnonymousBlock {
  const members: AnonymousBlock['members'][number][] = [];
  const statements: Statement[] = [];
  for (const part of context.anonymousBlock().anonymousBlockMember_list()) {
    const statement = optional(part.statement());
    const declaration = optional(part.anonymousMemberDeclaration());
    if (statement) statements.push(lowerStatement(statement));
    else if (declaration) {
      const modifiers = part.modifier_list();
      const lowered = lowerAnyType(declaration, modifiers) ?? lowerLooseMember(declaration, modifiers);
      if (lowered.kind === 'field') statements.push(localOf(lowered));
      else if (lowered.kind !== 'method' && lowered.kind !== 'property') members.push(lowered);
      else members.push({ ...lowered, modifiers: { ...lowered.modifiers, static: true } });
    }
  }
  const at = atContext(context);
  const shared = shareVariables(members, statements);
  return { kind: 'anonymous', at, members: shared.members, body: { kind: 'block', at, statements: shared.statements } };
}
