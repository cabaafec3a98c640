import { implement } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import { PlatformObject } from '../../runtime/object';
import { instanceMethods, staticMethods } from './nulls';

export class VersionValue extends PlatformObject {
  readonly apexType = typeRef('System.Version');
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly patch: number | undefined
  ) {
    super();
  }

  override toApexText(): string {
    return [this.major, this.minor, this.patch].filter((part) => part !== undefined).join('.');
  }
}

/** Where one side has no patch number, only major and minor count. */
function compare(a: VersionValue, b: VersionValue): number {
  const patch = a.patch === undefined || b.patch === undefined ? 0 : a.patch - b.patch;
  return Math.sign(a.major - b.major || a.minor - b.minor || patch);
}

export const versions = implement('System.Version', {
  ...staticMethods({
    '<init>(Integer,Integer)': (_rt, major: number, minor: number) => new VersionValue(major, minor, undefined),
    '<init>(Integer,Integer,Integer)': (_rt, major: number, minor: number, patch: number) =>
      new VersionValue(major, minor, patch)
  }),
  ...instanceMethods({
    'compareTo(System.Version)': (_rt, version: VersionValue, other: VersionValue) => compare(version, other),
    'major()': (_rt, version: VersionValue) => version.major,
    'minor()': (_rt, version: VersionValue) => version.minor
  }),
  'patch()': (_rt, version: VersionValue) => version.patch ?? null
});
