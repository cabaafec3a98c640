import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import type { TypeValue } from '../../../runtime/type-value';
import { staticMethods } from '../nulls';
import { GeneratorValue } from './generator';
import { parseJson } from './parse';
import { ParserValue } from './parser';
import { printCompact, printPretty } from './print';
import { toNode } from './to-node';
import { typed } from './typed';
import { untyped } from './untyped';

/** Also what a deep copy through serialization needs: the value as the platform writes it. */
export function serialize(rt: Runtime, value: unknown, suppressNulls = false): string {
  return printCompact(toNode(rt, value, suppressNulls));
}

export function deserialize(rt: Runtime, text: string, type: TypeValue, strict = false): unknown {
  return typed({ rt, text, strict }, parseJson(text), type.ref);
}

export const json = [
  ...implement('System.JSON', {
    'serialize(Object)': (rt, value: unknown) => serialize(rt, value),
    'serialize(Object,Boolean)': (rt, value: unknown, suppressNulls: boolean | null) =>
      serialize(rt, value, suppressNulls === true),
    'serializePretty(Object)': (rt, value: unknown) => printPretty(toNode(rt, value, false)),
    'serializePretty(Object,Boolean)': (rt, value: unknown, suppressNulls: boolean | null) =>
      printPretty(toNode(rt, value, suppressNulls === true)),
    ...staticMethods({
      'createGenerator(Boolean)': (_rt, pretty: boolean) => new GeneratorValue(pretty),
      'createParser(String)': (_rt, text: string) => new ParserValue(text)
    })
  }),
  ...implement(
    'System.JSON',
    staticMethods({
      'deserialize(String,System.Type)': (rt, text: string, type: TypeValue) => deserialize(rt, text, type),
      'deserializeStrict(String,System.Type)': (rt, text: string, type: TypeValue) => deserialize(rt, text, type, true),
      'deserializeUntyped(String)': (rt, text: string) => untyped(rt, parseJson(text))
    }),
    { fidelity: 'approximate', note: 'Values are exact; the wording of rarer errors is not documented.' }
  )
];
