import type { AnnotationInfo, ClassInfo, FieldInfo, MethodInfo } from '../../contracts/class-info';
import type { Waiting } from '../../contracts/effect';
import type { OrgUser } from '../../contracts/org';
import type { TypeRef } from '../../contracts/type-ref';
import { typeRef } from '../../contracts/type-ref';
import { fromJson } from '../../live/from-json';
import { toJson } from '../../live/to-json';
import { ApexList } from '../../runtime/list';
import type { Outcome, TransactionHost } from '../transaction/run';
import { runTransaction } from '../transaction/run';

/** A method as Flow Builder lists it. */
export interface InvocableAction {
  /** 'tokenward.RefreshConnection', or without the namespace where there is none. */
  readonly name: string;
  readonly label: string;
  readonly info: ClassInfo;
  readonly method: MethodInfo;
}

/** The flow could not call the action: nothing of it was run. */
export class InvocableRefusal extends Error {
  override readonly name = 'InvocableRefusal';
}

/** Each interview's input: a value, or the invocable variables of an input class by name. */
export type InterviewInput = unknown;

/** Calls @InvocableMethod as a flow of the org does: in bulk, in a transaction, as the user who runs the flow. */
export class Invocables {
  #host: TransactionHost | undefined;

  attach(host: TransactionHost): void {
    this.#host = host;
  }

  get #running(): TransactionHost {
    if (this.#host) return this.#host;
    throw new Error('No program is loaded into this org: there are no actions to invoke.');
  }

  list(): readonly InvocableAction[] {
    return this.#running.classes.all().flatMap((info) =>
      info.methods.flatMap((method) => {
        const annotation = annotated(method.annotations, 'invocablemethod');
        return annotation && method.static
          ? [{ name: info.displayName, label: annotation.parameters['label'] ?? method.name, info, method }]
          : [];
      })
    );
  }

  /** One result per interview: values, or the invocable variables of a result class by name. To limits a page's request. */
  *run(name: string, inputs: readonly InterviewInput[], user: OrgUser): Waiting<Outcome<readonly unknown[]>> {
    const host = this.#running;
    const { info, method } = this.#permitted(name);
    const subject = `${info.name}.${method.name}`;
    return yield* runTransaction(host, { kind: 'aura', subject, user }, function* (tx) {
      if (!host.org.data.access(tx.session, user).apexClass(classKey(info))) {
        throw new InvocableRefusal(`${user.username} has no access to the Apex class ${info.displayName}.`);
      }
      const args = method.parameters.length === 0 ? [] : [yield* inputList(host, method, inputs)];
      const result = yield* host.callStaticWaiting(info.name, method.key, args);
      return result instanceof ApexList ? result.items.map((item) => output(host, item)) : [];
    });
  }

  /** A flow of the org reaches methods of an installed package only where they are global. */
  #permitted(name: string): InvocableAction {
    const wanted = name.toLowerCase();
    const actions = this.list();
    const found = actions.find((action) => action.name.toLowerCase() === wanted);
    if (!found) {
      const names = actions.map((action) => action.name).join(', ') || 'none';
      throw new InvocableRefusal(`There is no invocable method in a class ${name}; there is ${names}.`);
    }
    const { info, method } = found;
    const isForeign = info.namespace !== (this.#running.org.data.projects[0]?.namespace ?? '');
    if (isForeign && !(info.access === 'global' && method.access === 'global')) {
      throw new InvocableRefusal(`${name} is not global: flows outside of its package cannot call it.`);
    }
    return found;
  }
}

function* inputList(host: TransactionHost, method: MethodInfo, inputs: readonly InterviewInput[]): Waiting<ApexList> {
  const element = method.parameters[0]?.args[0] ?? typeRef('Object');
  const items: unknown[] = [];
  for (const input of inputs) items.push(yield* inputOf(host, element, input));
  return new ApexList(element, items);
}

function* inputOf(host: TransactionHost, type: TypeRef, input: InterviewInput): Waiting<unknown> {
  const info = host.classes.info(type.name);
  if (!info) return fromJson(host, input, type, 'input');
  if (typeof input !== 'object' || input === null) {
    throw new InvocableRefusal(`${info.displayName} needs its variables by name, not ${String(input)}.`);
  }
  const variables = variablesOf(info);
  const given = new Map(Object.entries(input).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const unknown = [...given.keys()].find((name) => !variables.some((variable) => variable.name.toLowerCase() === name));
  if (unknown !== undefined) throw new InvocableRefusal(`${info.displayName} has no invocable variable ${unknown}.`);
  const target = yield* host.constructWaiting(info.name, '<init>()', []);
  for (const { name, type: fieldType, annotations } of variables) {
    const value = given.get(name.toLowerCase()) ?? null;
    const isRequired = annotated(annotations, 'invocablevariable')?.parameters['required'] === 'true';
    if (value === null && isRequired) throw new InvocableRefusal(`Missing required input parameter: ${name}`);
    if (given.has(name.toLowerCase())) {
      host.classes.setField(target, name, fromJson(host, value, fieldType, name));
    }
  }
  return target;
}

function output(host: TransactionHost, value: unknown): unknown {
  const info = host.classes.classOf(value);
  if (!info || typeof value !== 'object' || value === null) return toJson(host, value);
  return Object.fromEntries(
    variablesOf(info).map(({ name }) => [name, toJson(host, host.classes.getField(value, name))])
  );
}

function variablesOf(info: ClassInfo): readonly FieldInfo[] {
  return info.fields.filter(
    (field) => !field.static && annotated(field.annotations, 'invocablevariable') !== undefined
  );
}

function annotated(annotations: readonly AnnotationInfo[], wanted: string): AnnotationInfo | undefined {
  return annotations.find(({ name }) => name === wanted);
}

/** As permission sets name classes in full. */
function classKey({ name, namespace }: ClassInfo): string {
  const local = name.slice(name.indexOf('.') + 1);
  return namespace === '' ? local : `${namespace}__${local}`;
}
