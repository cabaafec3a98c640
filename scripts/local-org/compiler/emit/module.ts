/** A checked unit to the text of a function body that the engine instantiates. */
import type { CompiledUnit, Program, TriggerInfo } from '../../contracts/program';
import type { Member, TriggerDeclaration, TypeDeclaration } from '../ast';
import { anonymousClass } from './anonymous';
import { emitClass } from './classes';
import { UnitContext } from './context';
import { expression } from './expressions';
import { functionBody } from './functions';
import type { EmitInput, EmitOptions } from './input';
import { quote } from './names';
import { ProgramIndex } from './program-index';
import { statement } from './statements';
import { printCode, printMap, Writer } from './writer';

/** `base` is the program that is already running, for code that comes later: anonymous blocks. */
export function emitProgram(
  inputs: readonly EmitInput[],
  options: EmitOptions,
  base?: ProgramIndex
): { program: Program; index: ProgramIndex } {
  const index = new ProgramIndex(inputs, base);
  return { program: { mode: options.mode, units: inputs.map((input) => emitUnit(input, index, options)) }, index };
}

export function emitUnit(input: EmitInput, index: ProgramIndex, options: EmitOptions): CompiledUnit {
  const unit = new UnitContext(input, index, options, { expression, statement });
  const body = new Writer('');
  const { declaration, file } = input.unit;
  if (declaration.kind === 'trigger') body.append(trigger(unit, declaration));
  else if (declaration.kind === 'anonymous') types(unit, anonymousClass(input, declaration), body);
  else types(unit, declaration, body);
  const head = new Writer('');
  for (const line of unit.header()) head.line(line);
  const lines = [...head.lines, ...body.lines];
  return {
    file,
    classes: input.classes,
    trigger: declaration.kind === 'trigger' ? triggerInfo(input, declaration) : undefined,
    code: printCode(lines),
    map: printMap(lines, file),
    coverableLines: [...unit.coveredLines].sort((a, b) => a - b)
  };
}

function types(unit: UnitContext, declaration: TypeDeclaration | Member, writer: Writer): void {
  if (declaration.kind !== 'class') return;
  writer.append(emitClass(unit, declaration));
  for (const member of declaration.members) types(unit, member, writer);
}

function triggerInfo({ namespace }: EmitInput, declaration: TriggerDeclaration): TriggerInfo {
  const object = declaration.object.type?.name.replace(/^Schema\./, '') ?? declaration.object.parts.join('.');
  return { name: declaration.name, object, events: declaration.events, namespace };
}

function trigger(unit: UnitContext, declaration: TriggerDeclaration): Writer {
  const { namespace } = unit.input;
  const writer = new Writer(`Trigger.${namespace === '' ? '' : `${namespace}.`}${declaration.name}`);
  const options = {
    owner: declaration.name,
    static: true,
    scope: writer.scope,
    returns: undefined,
    codeContext: unit.json('C', { namespace, className: declaration.name, sharing: undefined })
  };
  writer.line(`$.trigger(${quote(declaration.name)}, function${unit.generator ? '*' : ''} () {`);
  writer.append(
    functionBody(unit, options, declaration.at, (context, lines) => {
      for (const inner of declaration.body.statements) context.statement(lines, inner);
    })
  );
  writer.line('});');
  return writer;
}
