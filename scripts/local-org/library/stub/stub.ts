import type { ClassInfo, MethodInfo } from '../../contracts/class-info';
import type { Waiting } from '../../contracts/effect';
import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { cast } from '../../runtime/convert';
import { argument, throwApex } from '../../runtime/exceptions';
import { ApexList } from '../../runtime/list';
import { typeName } from '../../runtime/type-name';
import { TypeValue } from '../../runtime/type-value';
import { UnsupportedCall } from '../../runtime/unsupported';

const HANDLER = 'handleMethodCall(Object,String,System.Type,List<System.Type>,List<String>,List<Object>)';

/** Apex Developer Guide, "Apex Stub API Limitations"; which exceptions the platform throws is not documented. */
function refusal({ kind, name, namespace, constructors, supertypes }: ClassInfo): string | undefined {
  if (kind !== 'class' && kind !== 'interface') return `of a type of kind ${kind}`;
  if (name.slice((namespace || 'c').length + 1).includes('.')) return 'of an inner class';
  if (supertypes.some((type) => type.name === 'Database.Batchable')) return 'of a class that implements Batchable';
  const hidden = constructors.length > 0 && constructors.every(({ access }) => access === 'private');
  return hidden ? 'of a class that has only private constructors' : undefined;
}

function createStub(rt: Runtime, type: TypeValue | null, provider: object | null): object {
  if (!(rt.tx as { readonly test?: unknown }).test)
    throwApex('System.UnexpectedException', 'Test.createStub can only be called from a test method.');
  const { ref } = argument(type, 1);
  const handler = argument(provider, 2);
  const info = rt.classes.info(ref.name);
  const refused = info ? refusal(info) : 'of a platform type';
  if (!info || refused !== undefined)
    throw new UnsupportedCall('System.Test', `createStub ${refused ?? ''} (${typeName(rt, ref)})`);
  const stub: object = rt.stub(info.name, (method, args) => answer(rt, handler, stub, method, args));
  return stub;
}

function* answer(
  rt: Runtime,
  handler: object,
  stub: object,
  { name, returns, parameters, parameterNames }: MethodInfo,
  args: readonly unknown[]
): Waiting<unknown> {
  const types = parameters.map((parameter) => new TypeValue(parameter));
  const given = yield* rt.callWaiting(handler, HANDLER, [
    stub,
    name,
    new TypeValue(returns),
    new ApexList(typeRef('System.Type'), types),
    new ApexList(typeRef('String'), [...parameterNames]),
    new ApexList(typeRef('Object'), [...args])
  ]);
  return returns.name === 'void' ? undefined : cast(rt, given, returns);
}

export const stubLibrary: readonly (readonly LibraryEntry[])[] = [
  implement('System.Test', { 'createStub(System.Type,System.StubProvider)': createStub })
];
