/** The frame around a function's body: transaction, depth of the Apex stack, temporaries, coverage. */
import type { At } from '../ast';
import type { FunctionOptions, UnitContext } from './context';
import { FunctionContext } from './context';
import { statics } from './places';
import { Writer } from './writer';

export type Body = (context: FunctionContext, writer: Writer) => void;

/** What stands between the head `name(parameters) {` and its closing brace. */
export function functionBody(unit: UnitContext, options: FunctionOptions, at: At, body: Body): Writer {
  const leaf = attempt(unit, options, at, body, false);
  // Only a body that has been written shows whether it calls anything.
  return leaf.context.calls ? attempt(unit, options, at, body, true).writer : leaf.writer;
}

function attempt(unit: UnitContext, options: FunctionOptions, at: At, body: Body, counted: boolean) {
  const context = new FunctionContext(unit, options, counted);
  const inner = new Writer(options.scope);
  if (options.static && unit.index.hasActiveStatics(options.owner) && !options.initialiser) {
    inner.line(`${statics(context, options.owner)};`, at);
  }
  body(context, inner);
  const writer = new Writer(options.scope);
  const head = prologue(context);
  if (head !== '') writer.line(head, at);
  writer.append(inner);
  if (counted) writer.line(context.leave());
  return { context, writer };
}

function prologue(context: FunctionContext): string {
  const parts: string[] = [];
  if (context.counted || context.usesTransaction || context.usesProbe) parts.push('const $t = rt.tx;');
  if (context.counted) parts.push(`const $d = ++$t.depth; if ($d > 1000) ${context.helper('tooDeep')}();`);
  if (context.usesProbe) parts.push('const $c = $t.coverage;');
  if (context.temporaries.length > 0) parts.push(`let ${context.temporaries.join(', ')};`);
  return parts.join(' ');
}
