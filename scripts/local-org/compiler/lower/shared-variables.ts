import type { AnonymousBlock, Declarator, FieldDeclaration, LocalDeclaration, Statement } from '../ast';
import { NO_MODIFIERS } from './modifiers';

type Members = AnonymousBlock['members'];

/**
 * The methods of anonymous Apex see the variables of the block, and its types see the static ones: such variables
 * become fields, assigned where they are declared. All others stay locals, which are faster.
 */
export function shareVariables(
  members: Members,
  statements: readonly Statement[]
): Pick<AnonymousBlock, 'members'> & {
  readonly statements: readonly Statement[];
} {
  const methods = members.filter((member) => member.kind === 'method');
  const inMethods = namesIn(methods);
  const inTypes = namesIn(members.filter((member) => member.kind !== 'method'));
  const fields: FieldDeclaration[] = [];
  const rest = statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind !== 'local') return [statement];
    const shared = ({ name }: Declarator): boolean =>
      inMethods.has(name.toLowerCase()) || (statement.modifiers.static && inTypes.has(name.toLowerCase()));
    return statement.declarators.flatMap((declarator) => {
      if (!shared(declarator)) return [{ ...statement, declarators: [declarator] }];
      fields.push(fieldOf(statement, declarator));
      return declarator.value ? [assignment(declarator, declarator.value)] : [];
    });
  });
  return fields.length === 0 ? { members, statements } : { members: [...members, ...fields], statements: rest };
}

function fieldOf({ type }: LocalDeclaration, { at, name }: Declarator): FieldDeclaration {
  const modifiers = { ...NO_MODIFIERS, static: true };
  return { kind: 'field', at, modifiers, type, declarators: [{ at, name, value: undefined }] };
}

function assignment({ at, name }: Declarator, value: NonNullable<Declarator['value']>): Statement {
  const target = { kind: 'name' as const, at, name };
  return { kind: 'expression-statement', at, expression: { kind: 'assign', at, operator: '=', target, value } };
}

/** Every name that is read or written somewhere below, in lower case. */
function namesIn(node: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(node)) for (const each of node) namesIn(each, found);
  else if (typeof node === 'object' && node !== null) {
    if ('kind' in node && node.kind === 'name' && 'name' in node) found.add(String(node.name).toLowerCase());
    for (const each of Object.values(node)) namesIn(each, found);
  }
  return found;
}
