import { typeRef, type TypeRef } from '../../contracts/type-ref';
import type { Block, CatchClause, DmlStatement, ForEachStatement, ForStatement, LocalDeclaration, ReturnStatement, RunAsStatement, Statement, TryStatement } from '../ast'; // prettier-ignore
import type { LocalVariable } from '../bindings';
import { isUnknown, UNKNOWN } from '../bind/symbols';
import { listOf, objectName, TYPE } from '../bind/world';
import type { CheckContext, Frame } from './context';
import { checkAs, checkCondition } from './convert';
import { assignable, displayType, isSObject } from './conversions';
import { checkIdentifier } from './identifiers';
import { checkWords } from './modifier-words';
import { checkSwitch } from './switch';

export function checkStatement(context: CheckContext, statement: Statement): void {
  switch (statement.kind) {
    case 'block':
      return checkBlock(context, statement);
    case 'local':
      return checkLocal(context, statement);
    case 'expression-statement':
      context.expression(statement.expression);
      return checkEffect(context, statement);
    case 'if':
      checkCondition(context, statement.condition);
      context.nested().statement(statement.then);
      if (statement.otherwise) context.nested().statement(statement.otherwise);
      return;
    case 'while':
    case 'do-while':
      checkCondition(context, statement.condition);
      if (statement.body) context.nested({ loop: true }).statement(statement.body);
      return;
    case 'for':
      return checkFor(context.nested({ loop: true }), statement);
    case 'for-each':
      return checkForEach(context, statement);
    case 'switch':
      return checkSwitch(context, statement);
    case 'return':
      return checkReturn(context, statement);
    case 'throw': {
      const type = context.expression(statement.value);
      if (isUnknown(type) || assignable(context.index, type, TYPE.exception)) return;
      return context.report(statement.at, 'type', `Throw expression must be of type exception: ${displayType(type)}`);
    }
    case 'try':
      return checkTry(context, statement);
    case 'break':
    case 'continue':
      if (context.facts.loop) return;
      return context.report(
        statement.at,
        'syntax',
        `${statement.kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`
      );
    case 'dml':
      return checkDml(context, statement);
    case 'run-as':
      return checkRunAs(context, statement);
  }
}

export function checkBlock(context: CheckContext, block: Block): void {
  const inner = context.nested();
  for (const statement of block.statements) inner.statement(statement);
}

/** Statements of a function share the scope of its parameters: a local may not repeat a parameter's name. */
export function checkBody(context: CheckContext, block: Block): void {
  for (const statement of block.statements) context.statement(statement);
}

export function declareLocal(context: CheckContext, at: Block['at'], name: string, type: TypeRef): LocalVariable {
  checkIdentifier(context, at, name);
  const variable = context.scope.declare(name, type);
  if (variable) return variable;
  context.report(at, 'duplicate', `Duplicate variable: ${name}`);
  return { name, type };
}

function checkLocal(context: CheckContext, statement: LocalDeclaration): void {
  const type = context.type(statement.type);
  if (type.name === 'void') context.report(statement.at, 'type', 'Variables cannot be of type void');
  checkWords(context, statement.declarators[0]?.at ?? statement.at, statement.modifiers, 'locals');
  statement.variables = statement.declarators.map((declarator) => {
    if (declarator.value) checkAs(context, declarator.value, type, declarator.at);
    return declareLocal(context, declarator.at, declarator.name, type);
  });
}

/** An expression alone must do something. */
function checkEffect(context: CheckContext, statement: Extract<Statement, { kind: 'expression-statement' }>): void {
  const { expression } = statement;
  const acts = ['call', 'assign', 'constructor-call', 'new', 'new-sobject', 'new-collection', 'soql', 'sosl'];
  const steps = expression.kind === 'unary' && expression.operator.includes('x');
  if (acts.includes(expression.kind) || steps) return;
  context.report(expression.at, 'syntax', 'Expression cannot be a statement.');
}

function checkFor(context: CheckContext, statement: ForStatement): void {
  if (statement.init && 'kind' in statement.init) checkLocal(context, statement.init);
  else for (const expression of statement.init ?? []) context.expression(expression);
  if (statement.condition) checkCondition(context, statement.condition);
  for (const expression of statement.update) context.expression(expression);
  if (statement.body) context.nested().statement(statement.body);
}

function checkForEach(context: CheckContext, statement: ForEachStatement): void {
  const type = context.type(statement.type);
  const over = context.expression(statement.iterable);
  const element = elementOf(context, over);
  if (!isUnknown(over) && !element) {
    context.report(statement.at, 'type', `Loop must iterate over collection: ${displayType(over)}`);
  } else if (element && !isUnknown(type) && !fitsLoop(context, statement, element, type)) {
    context.report(statement.at, 'type', loopText(statement, displayType(element), displayType(type)));
  }
  statement.iteration = iterationOf(statement, over);
  const inner = context.nested({ loop: true });
  statement.variable = declareLocal(inner, statement.at, statement.name, type);
  if (statement.body) inner.nested().statement(statement.body);
}

function loopText(statement: ForEachStatement, element: string, type: string): string {
  return statement.iterable.kind === 'soql'
    ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${element}`
    : `Invalid loop variable type expected ${element} was ${type}`;
}

function elementOf(context: CheckContext, over: TypeRef): TypeRef | undefined {
  if (isUnknown(over)) return UNKNOWN;
  const sources = ['List', 'Set', 'Iterable', 'Iterator'];
  return context.index.hierarchy(over).find((type) => sources.includes(type.name))?.args[0];
}

function fitsLoop(context: CheckContext, statement: ForEachStatement, element: TypeRef, type: TypeRef): boolean {
  if (isUnknown(element) || assignable(context.index, element, type)) return true;
  if (statement.iterable.kind === 'soql' && assignable(context.index, listOf(element), type)) return true;
  return element.name === 'SObject' && isSObject(context.index, type);
}

function iterationOf(statement: ForEachStatement, over: TypeRef): NonNullable<ForEachStatement['iteration']> {
  if (statement.iterable.kind === 'soql') return 'query-chunks';
  if (over.name === 'List') return 'list';
  return over.name === 'Set' ? 'set' : 'iterable';
}

const VOID_RETURNS: Readonly<Partial<Record<Frame['kind'], string>>> = {
  constructor: 'Constructors must not return a value',
  trigger: 'Trigger bodies must not return a value'
};

function checkReturn(context: CheckContext, statement: ReturnStatement): void {
  const { returns, kind } = context.facts.frame;
  const isVoid = returns === undefined || returns.name === 'void';
  if (!statement.value) {
    if (!isVoid) {
      context.report(statement.at, 'type', `Missing return statement required return type: ${displayType(returns)}`);
    }
    return;
  }
  if (isVoid) {
    context.expression(statement.value);
    context.report(statement.at, 'type', VOID_RETURNS[kind] ?? 'Void method must not return a value');
    return;
  }
  const message = (from: TypeRef): string => `Illegal conversion from ${displayType(from)} to ${displayType(returns)}`;
  checkAs(context, statement.value, returns, statement.at, message);
}

function checkTry(context: CheckContext, statement: TryStatement): void {
  checkBlock(context, statement.body);
  const caught: TypeRef[] = [];
  for (const clause of statement.catches) {
    const type = checkCatch(context, clause);
    const before = caught.find((each) => assignable(context.index, type, each));
    if (before && !isUnknown(type)) {
      context.report(clause.at, 'type', `Exception type already caught: ${displayType(type)}`);
    }
    if (!isUnknown(type)) caught.push(type);
  }
  if (statement.finally) checkBlock(context, statement.finally);
}

function checkCatch(context: CheckContext, clause: CatchClause): TypeRef {
  const type = context.type(clause.type);
  if (!isUnknown(type) && !assignable(context.index, type, TYPE.exception)) {
    context.report(clause.at, 'type', `Catch block variable must be of type exception: ${displayType(type)}`);
  }
  const inner = context.nested();
  clause.variable = declareLocal(inner, clause.at, clause.name, type);
  checkBody(inner, clause.body);
  return type;
}

function checkDml(context: CheckContext, statement: DmlStatement): void {
  const type = context.expression(statement.target);
  if (statement.second) checkDuplicates(context, statement, context.expression(statement.second));
  if (isUnknown(type)) return;
  const row = type.name === 'List' ? (type.args[0] ?? type) : type;
  if (!isSObject(context.index, row)) {
    context.report(statement.at, 'type', `DML requires SObject or SObject list type: ${displayType(type)}`);
    return;
  }
  const { upsertField } = statement;
  const object = objectName(context.world, row);
  if (upsertField === undefined || object === undefined) return;
  const name = upsertField.split('.').pop() ?? upsertField;
  if (context.world.schema.object(object, context.namespace)?.field(name, context.namespace)) return;
  context.report(statement.at, 'unknown-field', `Field does not exist: ${name} on ${object}`);
}

function checkDuplicates(context: CheckContext, statement: DmlStatement, type: TypeRef): void {
  const row = type.name === 'List' ? (type.args[0] ?? type) : type;
  if (isUnknown(type) || row.name === 'Id' || isSObject(context.index, row)) return;
  context.report(statement.at, 'type', 'Invalid type for duplicate records');
}

const RUN_AS = [typeRef('Schema.User'), typeRef('System.Version')];

function checkRunAs(context: CheckContext, statement: RunAsStatement): void {
  const types = statement.args.map((arg) => context.expression(arg));
  const [type] = types;
  const fits =
    type && types.length === 1 && (isUnknown(type) || RUN_AS.some((wanted) => assignable(context.index, type, wanted)));
  if (!fits) context.report(statement.at, 'type', `runAs requires a single argument of type 'User' or 'Version'`);
  checkBlock(context, statement.body);
}
