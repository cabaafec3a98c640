import type { Problem } from '../../contracts/program';
import type { CheckedUnit } from '../analyse';
import type { At, ClassDeclaration, MethodDeclaration } from '../ast';
import { byPlace, problemList, type Report } from '../diagnostics';
import { checkAccessMode, modeOf } from './access-mode';
import type { ApexRules } from './config';
import { walk, type WalkedNode } from './walk';

/** Breaches of the house rules in units that are checked without problems. */
export function checkHouseRules(units: readonly CheckedUnit[], rules: ApexRules): readonly Problem[] {
  const problems = problemList();
  for (const unit of units) checkUnit(unit, rules, problems.reporter(unit.unit.file));
  return [...problems.problems].sort(byPlace);
}

function checkUnit(unit: CheckedUnit, rules: ApexRules, report: Report): void {
  const { declaration, file } = unit.unit;
  const inMain = rules.main.some((prefix) => file.startsWith(prefix));
  const text = unit.source.files.find((source) => source.path === file)?.text ?? '';
  const lines = text.split(/\r\n|\r|\n/);
  const root = declaration.kind === 'trigger' || declaration.kind === 'anonymous' ? declaration.body : declaration;
  if (root.kind === 'class') checkSharing(root, rules, report, false);
  walk(root, (node, anchor) => {
    checkSize(node, rules, report);
    if (!inMain) return;
    if (rules.accessMode) checkAccessMode(node, rules.accessMode.databaseMethods, report);
    if (rules.systemModeReason && modeOf(node) === 'system') checkReason(node.at, anchor, lines, report);
    checkForbidden(node, rules, report);
    checkQualified(node, rules, report);
  });
}

function checkSharing(declaration: ClassDeclaration, rules: ApexRules, report: Report, insideTest: boolean): void {
  const { sharing } = rules;
  if (!sharing) return;
  const isTest = insideTest || declaration.modifiers.annotations.some((annotation) => annotation.name === 'istest');
  const isException = /exception$/i.test(declaration.name) && declaration.superclass !== undefined;
  const exempt = (isTest && sharing.exempt.includes('test')) || (isException && sharing.exempt.includes('exception'));
  if (!exempt && declaration.modifiers.sharing === undefined) {
    report(
      declaration.at,
      'sharing',
      `${declaration.name} declares no sharing: write with, without or inherited sharing.`
    );
  }
  for (const member of declaration.members) if (member.kind === 'class') checkSharing(member, rules, report, isTest);
}

function checkSize(node: WalkedNode, { size }: ApexRules, report: Report): void {
  if (!size || !('kind' in node)) return;
  if (node.kind === 'class') reportLength(node, node.endLine, size.classLines, report);
  if (node.kind !== 'method' && node.kind !== 'constructor') return;
  reportLength(node, node.body?.endLine, size.methodLines, report);
  const count = node.parameters.length;
  if (count <= size.parameters) return;
  report(
    node.at,
    'parameters',
    `${node.name} has ${count} parameters, at most ${size.parameters} are allowed: pass a value class.`
  );
}

type Sized = Pick<ClassDeclaration | MethodDeclaration, 'at' | 'name'>;

function reportLength(node: Sized, endLine: number | undefined, most: number, report: Report): void {
  const length = endLine === undefined ? 0 : endLine - node.at.line + 1;
  if (length <= most) return;
  report(node.at, 'size', `${node.name} has ${length} lines, at most ${most} are allowed: divide it.`);
}

/** The line above the statement says why. */
function checkReason(at: At, anchor: At, lines: readonly string[], report: Report): void {
  const above = lines[anchor.line - 2]?.trim() ?? '';
  if (above.startsWith('//') || above.endsWith('*/')) return;
  report(
    at,
    'system-mode-reason',
    'SYSTEM_MODE without a reason: say why in a comment on the line above the statement.'
  );
}

function checkForbidden(node: WalkedNode, { forbiddenCalls = [] }: ApexRules, report: Report): void {
  if (!('kind' in node) || node.kind !== 'call' || node.target?.kind !== 'platform') return;
  const name = `${node.target.owner}.${node.name}`.toLowerCase();
  const found = forbiddenCalls.find((call) => call.method.toLowerCase() === name);
  if (found) report(node.at, found.rule, `${found.method} is not allowed here: ${found.instead}.`);
}

function checkQualified(node: WalkedNode, { qualifiedNames = [] }: ApexRules, report: Report): void {
  const name = unqualifiedType(node);
  if (name === undefined || !qualifiedNames.includes(name)) return;
  report(node.at, 'qualified-name', `Write ${name}: a class of the same name in the installing org would hide it.`);
}

function unqualifiedType(node: WalkedNode): string | undefined {
  if ('parts' in node) return node.parts.length === 1 ? node.type?.name : undefined;
  return node.kind === 'name' && node.target?.kind === 'type' ? node.target.type.name : undefined;
}
