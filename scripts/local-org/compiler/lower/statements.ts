import type {
  BlockContext, ForControlContext, LocalVariableDeclarationContext, StatementContext, SwitchStatementContext,
  TryStatementContext, VariableDeclaratorsContext, WhenControlContext
} from '@apexdevtools/apex-parser'; // prettier-ignore
import type {
  At, Block, Declarator, ForEachStatement, ForStatement, LocalDeclaration, Statement, SwitchCase, SwitchStatement,
  TryStatement
} from '../ast'; // prettier-ignore
import { lowerDml } from './dml';
import { lowerArguments, lowerExpression } from './expressions';
import { lowerWhenLiteral } from './literals';
import { atContext, endLine, optional } from './soql/position';
import { lowerQualifiedType, lowerType } from './types';
import { lowerModifiers } from './modifiers';

export function lowerBlock(context: BlockContext): Block {
  const statements = context.statement_list().map(lowerStatement);
  return { kind: 'block', at: atContext(context), statements, endLine: endLine(context) };
}

export function lowerStatement(context: StatementContext): Statement {
  return lowerSimple(context) ?? lowerLoop(context) ?? lowerCompound(context) ?? lowerDml(context, lowerBlock);
}

function lowerSimple(context: StatementContext): Statement | undefined {
  const at = atContext(context);
  const expression = optional(context.expressionStatement());
  if (expression) return { kind: 'expression-statement', at, expression: lowerExpression(expression.expression()) };
  const local = optional(context.localVariableDeclarationStatement());
  if (local) return lowerLocal(local.localVariableDeclaration());
  const returned = optional(context.returnStatement());
  if (returned) {
    const value = optional(returned.expression());
    return { kind: 'return', at, value: value ? lowerExpression(value) : undefined };
  }
  const thrown = optional(context.throwStatement());
  if (thrown) return { kind: 'throw', at, value: lowerExpression(thrown.expression()) };
  if (optional(context.breakStatement())) return { kind: 'break', at };
  return optional(context.continueStatement()) ? { kind: 'continue', at } : undefined;
}

function lowerCompound(context: StatementContext): Statement | undefined {
  const at = atContext(context);
  const block = optional(context.block());
  if (block) return lowerBlock(block);
  const branch = optional(context.ifStatement());
  if (branch) {
    const otherwise = optional(branch.statement(1));
    return {
      kind: 'if',
      at,
      condition: lowerExpression(branch.parExpression().expression()),
      then: lowerStatement(branch.statement(0)),
      otherwise: otherwise ? lowerStatement(otherwise) : undefined
    };
  }
  const attempt = optional(context.tryStatement());
  if (attempt) return lowerTry(at, attempt);
  const choice = optional(context.switchStatement());
  return choice ? lowerSwitch(at, choice) : undefined;
}

function lowerLoop(context: StatementContext): Statement | undefined {
  const at = atContext(context);
  const whileLoop = optional(context.whileStatement());
  if (whileLoop) {
    const condition = lowerExpression(whileLoop.parExpression().expression());
    return { kind: 'while', at, condition, body: lowerOptional(whileLoop.statement()) };
  }
  const doLoop = optional(context.doWhileStatement());
  if (doLoop) {
    const condition = lowerExpression(doLoop.parExpression().expression());
    return { kind: 'do-while', at, condition, body: lowerBlock(doLoop.block()) };
  }
  const forLoop = optional(context.forStatement());
  return forLoop ? lowerFor(at, forLoop.forControl(), lowerOptional(forLoop.statement())) : undefined;
}

function lowerFor(at: At, control: ForControlContext, body: Statement | undefined): ForStatement | ForEachStatement {
  const each = optional(control.enhancedForControl());
  if (each) {
    const iterable = lowerExpression(each.expression());
    return { kind: 'for-each', at, type: lowerType(each.typeRef()), name: each.id().getText(), iterable, body };
  }
  const init = optional(control.forInit());
  const declaration = init ? optional(init.localVariableDeclaration()) : undefined;
  const condition = optional(control.expression());
  return {
    kind: 'for',
    at,
    init: declaration ? lowerLocal(declaration) : init ? lowerArguments(init.expressionList()) : undefined,
    condition: condition ? lowerExpression(condition) : undefined,
    update: lowerArguments(optional(control.forUpdate())?.expressionList() ?? null),
    body
  };
}

export function lowerLocal(context: LocalVariableDeclarationContext): LocalDeclaration {
  return {
    kind: 'local',
    at: atContext(context),
    type: lowerType(context.typeRef()),
    declarators: lowerDeclarators(context.variableDeclarators()),
    modifiers: lowerModifiers(context.modifier_list())
  };
}

export function lowerDeclarators(context: VariableDeclaratorsContext): readonly Declarator[] {
  return context.variableDeclarator_list().map((declarator) => {
    const value = optional(declarator.expression());
    const at = atContext(declarator);
    return { at, name: declarator.id().getText(), value: value ? lowerExpression(value) : undefined };
  });
}

function lowerTry(at: At, context: TryStatementContext): TryStatement {
  const last = optional(context.finallyBlock());
  const catches = context.catchClause_list().map((clause) => ({
    at: atContext(clause.id()),
    type: lowerQualifiedType(clause.qualifiedName()),
    name: clause.id().getText(),
    body: lowerBlock(clause.block())
  }));
  return {
    kind: 'try',
    at,
    body: lowerBlock(context.block()),
    catches,
    finally: last ? lowerBlock(last.block()) : undefined
  };
}

function lowerSwitch(at: At, context: SwitchStatementContext): SwitchStatement {
  const controls = context.whenControl_list();
  const isElse = (control: WhenControlContext): boolean => optional(control.whenValue().ELSE()) !== undefined;
  const otherwise = controls.find(isElse);
  return {
    kind: 'switch',
    at,
    subject: lowerExpression(context.expression()),
    cases: controls.filter((control) => !isElse(control)).map(lowerCase),
    otherwise: otherwise ? lowerBlock(otherwise.block()) : undefined,
    ...(otherwise && otherwise !== controls.at(-1) ? { misplacedElse: true } : {})
  };
}

function lowerCase(context: WhenControlContext): SwitchCase {
  const when = context.whenValue();
  const type = optional(when.typeRef());
  const body = lowerBlock(context.block());
  if (type)
    return { at: atContext(when.id()), when: { kind: 'type', type: lowerType(type), name: when.id().getText() }, body };
  return { at: atContext(when), when: { kind: 'values', values: when.whenLiteral_list().map(lowerWhenLiteral) }, body };
}

function lowerOptional(context: StatementContext | null): Statement | undefined {
  return context ? lowerStatement(context) : undefined;
}
