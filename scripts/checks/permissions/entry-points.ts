import type { ClassInfo, MethodInfo } from '../../local-org/contracts/class-info';
import type { TypeRef } from '../../local-org/contracts/type-ref';
import { failureText } from '../../local-org/platform/apex-failure';
import type { Outcome } from '../../local-org/platform/transaction/run';
import { runTransaction } from '../../local-org/platform/transaction/run';
import { ApexException } from '../../local-org/runtime/exceptions';
import { ApexId } from '../../local-org/runtime/id';
import { ApexList } from '../../local-org/runtime/list';
import { ApexMap } from '../../local-org/runtime/map';
import type { OrgUser } from '../../local-org/contracts/org';
import type { World } from '../../simulation/world/world';

/** A method that pages call. */
export interface EntryPoint {
  /** 'ConnectionsController.rotateNow' */
  readonly name: string;
  /** Whether the platform may answer it from a cache: such a method only reads. */
  readonly reads: boolean;
  readonly info: ClassInfo;
  readonly method: MethodInfo;
}

/** Every @AuraEnabled method of the package that a program has, by name. */
export function entryPoints(world: World): readonly EntryPoint[] {
  return world.engine.classes
    .all()
    .filter(({ namespace }) => namespace === 'tokenward')
    .flatMap((info) => info.methods.flatMap((method) => entryPoint(info, method)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryPoint(info: ClassInfo, method: MethodInfo): readonly EntryPoint[] {
  const annotation = method.annotations.find(({ name }) => name === 'auraenabled');
  if (!annotation || !method.static) return [];
  const name = `${info.name.slice(info.name.indexOf('.') + 1)}.${method.name}`;
  return [{ name, reads: annotation.parameters['cacheable'] === 'true', info, method }];
}

/** What a user got: a value, the text of a typed error for pages, or of an error that pages should never see. */
export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'trace'; readonly text: string };

/** Calls it with sensible arguments, past the platform's own check of the class. */
export function answerOf(world: World, { name, info, method }: EntryPoint, uid: string, user: OrgUser): Answer {
  const args = method.parameters.map((type) => argument(type, uid));
  const driver = world.schedule(() => 0, { until: world.clock.now() });
  const runner = driver.add(
    name,
    runTransaction(world.engine, { kind: 'aura', subject: name, user }, () =>
      world.engine.callStaticWaiting(info.name, method.key, args)
    )
  );
  driver.run();
  const outcome = runner.value as Outcome<unknown>;
  if (outcome.ok) return { kind: 'value', value: outcome.value };
  const { error } = outcome;
  const isTold = error instanceof ApexException && error.apexType === 'System.AuraHandledException';
  return isTold ? { kind: 'told', text: error.apexMessage ?? '' } : { kind: 'trace', text: failureText(error) };
}

/** The connection itself wherever a text or an id is wanted: nothing may depend on it being wrong. */
function argument(type: TypeRef, uid: string): unknown {
  switch (type.name) {
    case 'Id':
      return ApexId.parse(uid);
    case 'String':
      return uid;
    case 'Integer':
      return 1;
    case 'Boolean':
      return true;
    case 'List':
      return new ApexList(type.args[0] ?? type);
    case 'Map':
      return new ApexMap(type.args[0] ?? type, type.args[1] ?? type);
    default:
      throw new Error(`The table does not know what to pass for a ${type.name}: say it here.`);
  }
}
