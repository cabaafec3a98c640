import type { AccessLevelContext, BlockContext, StatementContext } from '@apexdevtools/apex-parser';
import type { Block, DmlStatement, Expression, Statement } from '../ast';
import { lowerArguments, lowerExpression } from './expressions';
import { atContext, NotSupported, optional } from './soql/position';

export function lowerDml(context: StatementContext, lowerBlock: (context: BlockContext) => Block): Statement {
  const at = atContext(context);
  const runAs = optional(context.runAsStatement());
  if (runAs)
    return { kind: 'run-as', at, args: lowerArguments(runAs.expressionList()), body: lowerBlock(runAs.block()) };
  const upsert = optional(context.upsertStatement());
  if (upsert) {
    const field = optional(upsert.qualifiedName())?.getText();
    return {
      ...dml(context, 'upsert', upsert.accessLevel(), lowerExpression(upsert.expression())),
      upsertField: field
    };
  }
  const merge = optional(context.mergeStatement());
  if (merge) {
    const [master, duplicates] = merge.expression_list().map(lowerExpression);
    if (!master) throw new NotSupported(at, 'merge without records');
    return { ...dml(context, 'merge', merge.accessLevel(), master), second: duplicates };
  }
  return lowerPlain(context);
}

function lowerPlain(context: StatementContext): DmlStatement {
  const candidates = [
    ['insert', optional(context.insertStatement())],
    ['update', optional(context.updateStatement())],
    ['delete', optional(context.deleteStatement())],
    ['undelete', optional(context.undeleteStatement())]
  ] as const;
  for (const [operation, found] of candidates) {
    if (found) return dml(context, operation, found.accessLevel(), lowerExpression(found.expression()));
  }
  throw new NotSupported(atContext(context), `the statement ${context.getText().slice(0, 40)}`);
}

function dml(
  context: StatementContext,
  operation: DmlStatement['operation'],
  level: AccessLevelContext | null,
  target: Expression
): DmlStatement {
  const access = level ? (optional(level.USER()) ? 'user' : 'system') : undefined;
  return { kind: 'dml', at: atContext(context), operation, access, target, second: undefined, upsertField: undefined };
}
