import type { TypeRef } from '../contracts/type-ref';

/** Base of all emitted classes of a project. Equality is identity unless the class declares equals and hashCode. */
export abstract class ApexObject {
  /** Drawn once on first use, so that a seed replays it. */
  identityHash: number | undefined;
}

/** Base of platform objects that are not values: requests, results, contexts, builders. Equality is identity. */
export abstract class PlatformObject {
  abstract readonly apexType: TypeRef;
  identityHash: number | undefined;
  /** As String.valueOf prints it, where the platform prints more than the type's name. */
  toApexText?(): string;
}
