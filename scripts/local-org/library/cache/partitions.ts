import { implement } from '../../contracts/library';
import type { LibraryEntry, PlainImplementation } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { copyValue } from '../../platform/async/copy-state';
import type { CacheEntry, CachePartition } from '../../platform/cache/cache';
import { strike } from '../../platform/faults';
import { hostOf, txOf } from '../../platform/host';
import type { ApexEnumValue } from '../../runtime/enum';
import { ApexDouble } from '../../runtime/double';
import { throwApex } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';
import { ApexSet } from '../../runtime/set';
import { serializedSize } from '../../platform/cache/size';

/** Limits of Platform Cache (Apex Developer Guide, "Platform Cache Limits"). */
const MIN_TTL = 300;
const MAX_TTL = 172_800;
const DEFAULT_TTL = 86_400;
const MAX_ITEM_BYTES = 100 * 1024;
const KEY = /^[a-zA-Z0-9]{1,50}$/;

class OrgPartitionValue extends PlatformObject {
  readonly apexType = typeRef('Cache.OrgPartition');
  constructor(
    readonly fullName: string,
    readonly partition: CachePartition
  ) {
    super();
  }
}

/** Names a partition as '<namespace>.<name>'; 'local' means the namespace of the org. */
function getPartition(rt: Runtime, fullName: string): OrgPartitionValue {
  const [namespace = '', name = ''] = fullName.includes('.') ? fullName.split('.', 2) : ['local', fullName];
  const { cache } = hostOf(rt).org;
  const partition = cache.partition(namespace, name) ?? (namespace === 'local' ? cache.partition('', name) : undefined);
  if (!partition) {
    throwApex('Cache.Org.OrgCacheException', `Partition not found or could not be accessed: ${fullName}`);
  }
  return new OrgPartitionValue(fullName, partition);
}

function keyIn(self: OrgPartitionValue, key: string): string {
  if (!KEY.test(key)) {
    throwApex(
      'Cache.InvalidParamException',
      `Invalid key: ${key.length > 50 ? 'longer than 50 characters' : key}. Keys must be alphanumeric and at most 50 characters long.`
    );
  }
  return `${self.partition.namespace}.${self.partition.name}.${key}`;
}

function hasCapacity(self: OrgPartitionValue): boolean {
  return self.partition.capacityMb > 0;
}

/** The only namespaces that may read the entry, and replace it. */
type Fences = Pick<CacheEntry, 'visibleIn' | 'immutableIn'>;

function fences(rt: Runtime, visibility: ApexEnumValue | null, immutable: boolean | null): Fences {
  const namespace = hostOf(rt).org.code.namespace();
  const visibleIn = visibility?.name.toUpperCase() === 'ALL' ? undefined : namespace;
  return { visibleIn, immutableIn: immutable === true ? namespace : undefined };
}

/** Entries fenced off from the asking code are a miss to it, as they would be in a partition of its own. */
function entryIn(rt: Runtime, self: OrgPartitionValue, key: string): CacheEntry | undefined {
  const entry = hasCapacity(self) ? txOf(rt).cache.get(keyIn(self, key)) : undefined;
  return isOpenTo(rt, entry?.visibleIn) ? entry : undefined;
}

function isOpenTo(rt: Runtime, fence: string | undefined): boolean {
  return fence === undefined || fence === hostOf(rt).org.code.namespace();
}

/** Nothing is put into the partition of another namespace, nor over or in place of what is fenced off. */
function demandOwn(rt: Runtime, self: OrgPartitionValue, key: string, operation: string): void {
  const entry = txOf(rt).cache.get(keyIn(self, key));
  const isOwn = isOpenTo(rt, self.partition.namespace) && isOpenTo(rt, entry?.immutableIn);
  if (isOwn && isOpenTo(rt, entry?.visibleIn)) return;
  throwApex(
    'Cache.Org.OrgCacheException',
    `Failed Cache.Org.${operation}() for key '${key}': Cross-namespace ${operation.toUpperCase()} not supported`
  );
}

function put(
  rt: Runtime,
  self: OrgPartitionValue,
  key: string,
  value: unknown,
  ttl: number | null,
  fenced = fences(rt, null, null)
): void {
  strike(rt, 'cache.put', key);
  const fullKey = keyIn(self, key);
  if (value === null) throwApex('Cache.InvalidParamException', 'Cannot put a null value into the cache.');
  const seconds = ttl ?? DEFAULT_TTL;
  if (seconds < MIN_TTL || seconds > MAX_TTL) {
    throwApex(
      'Cache.InvalidParamException',
      `Time to live must be between ${MIN_TTL} and ${MAX_TTL} seconds: ${seconds}`
    );
  }
  if (serializedSize(value) > MAX_ITEM_BYTES) {
    throwApex('Cache.ItemSizeLimitExceededException', `Value is larger than ${MAX_ITEM_BYTES} bytes.`);
  }
  if (!hasCapacity(self)) return;
  demandOwn(rt, self, key, 'put');
  const host = hostOf(rt);
  txOf(rt).cache.put(fullKey, {
    value: copyValue(host, value),
    expiresAt: host.org.clock.now() + seconds * 1000,
    ...fenced
  });
}

function get(rt: Runtime, self: OrgPartitionValue, key: string): unknown {
  strike(rt, 'cache.get', key);
  const entry = entryIn(rt, self, key);
  return entry ? copyValue(hostOf(rt), entry.value) : null;
}

function keys(rt: Runtime, self: OrgPartitionValue): ApexSet {
  const prefix = `${self.partition.namespace}.${self.partition.name}.`;
  const names = txOf(rt)
    .cache.keys(prefix)
    .map((name) => name.slice(prefix.length));
  return ApexSet.of(
    typeRef('String'),
    names.filter((name) => entryIn(rt, self, name))
  );
}

const methods: Readonly<Record<string, PlainImplementation>> = {
  'put(String,Object)': (rt, self: OrgPartitionValue, key: string, value: unknown) => put(rt, self, key, value, null),
  'put(String,Object,Integer)': (rt, self: OrgPartitionValue, key: string, value: unknown, ttl: number) =>
    put(rt, self, key, value, ttl),
  'put(String,Object,Integer,Cache.Visibility,Boolean)': (
    rt,
    self: OrgPartitionValue,
    key: string,
    value: unknown,
    ttl: number,
    visibility: ApexEnumValue,
    immutable: boolean
  ) => put(rt, self, key, value, ttl, fences(rt, visibility, immutable)),
  'put(String,Object,Cache.Visibility)': (
    rt,
    self: OrgPartitionValue,
    key: string,
    value: unknown,
    visibility: ApexEnumValue
  ) => put(rt, self, key, value, null, fences(rt, visibility, null)),
  'get(String)': get,
  'contains(String)': (rt, self: OrgPartitionValue, key: string) => get(rt, self, key) !== null,
  'remove(String)': (rt, self: OrgPartitionValue, key: string) => {
    const fullKey = keyIn(self, key);
    if (!hasCapacity(self)) return false;
    demandOwn(rt, self, key, 'remove');
    return txOf(rt).cache.remove(fullKey);
  },
  'isAvailable()': (_rt, self: OrgPartitionValue) => hasCapacity(self),
  'getCapacity()': (_rt, self: OrgPartitionValue) => new ApexDouble(self.partition.capacityMb),
  'getName()': (_rt, self: OrgPartitionValue) => self.fullName,
  'getKeys()': keys
};

const NOTE =
  'Whether isAvailable() is false without capacity is not documented, nor what other namespaces get to see: here nothing.';

/** OrgPartition inherits from Partition; the checker may resolve a call through either. */
export const orgPartitions: readonly (readonly LibraryEntry[])[] = ['Cache.OrgPartition', 'Cache.Partition'].map(
  (type) => implement(type, methods, { fidelity: 'approximate', note: NOTE })
);

export const orgCache = implement('Cache.Org', { 'getPartition(String)': getPartition });
