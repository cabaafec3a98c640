import { implement } from '../../contracts/library';
import type { LibraryEntry, PlainImplementation } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { copyValue } from '../../platform/async/copy-state';
import type { CachePartition } from '../../platform/cache/cache';
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

function put(rt: Runtime, self: OrgPartitionValue, key: string, value: unknown, ttl: number | null): void {
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
  const host = hostOf(rt);
  txOf(rt).cache.put(fullKey, {
    value: copyValue(host, value),
    expiresAt: host.org.clock.now() + seconds * 1000,
    immutableIn: undefined
  });
}

function get(rt: Runtime, self: OrgPartitionValue, key: string): unknown {
  strike(rt, 'cache.get', key);
  const fullKey = keyIn(self, key);
  if (!hasCapacity(self)) return null;
  const entry = txOf(rt).cache.get(fullKey);
  return entry ? copyValue(hostOf(rt), entry.value) : null;
}

function keys(rt: Runtime, self: OrgPartitionValue): ApexSet {
  const prefix = `${self.partition.namespace}.${self.partition.name}.`;
  const names = txOf(rt).cache.keys(prefix);
  return ApexSet.of(
    typeRef('String'),
    names.map((name) => name.slice(prefix.length))
  );
}

const methods: Readonly<Record<string, PlainImplementation>> = {
  'put(String,Object)': (rt, self: OrgPartitionValue, key: string, value: unknown) => put(rt, self, key, value, null),
  'put(String,Object,Integer)': put,
  'put(String,Object,Integer,Cache.Visibility,Boolean)': (
    rt,
    self: OrgPartitionValue,
    key: string,
    value: unknown,
    ttl: number,
    _visibility: ApexEnumValue,
    _immutable: boolean
  ) => put(rt, self, key, value, ttl),
  'put(String,Object,Cache.Visibility)': (rt, self: OrgPartitionValue, key: string, value: unknown) =>
    put(rt, self, key, value, null),
  'get(String)': get,
  'contains(String)': (rt, self: OrgPartitionValue, key: string) => get(rt, self, key) !== null,
  'remove(String)': (rt, self: OrgPartitionValue, key: string) =>
    hasCapacity(self) ? txOf(rt).cache.remove(keyIn(self, key)) : false,
  'isAvailable()': (_rt, self: OrgPartitionValue) => hasCapacity(self),
  'getCapacity()': (_rt, self: OrgPartitionValue) => new ApexDouble(self.partition.capacityMb),
  'getName()': (_rt, self: OrgPartitionValue) => self.fullName,
  'getKeys()': keys
};

const NOTE =
  'Whether isAvailable() is false without capacity is not documented; one namespace, so immutable has no effect.';

/** OrgPartition inherits from Partition; the checker may resolve a call through either. */
export const orgPartitions: readonly (readonly LibraryEntry[])[] = ['Cache.OrgPartition', 'Cache.Partition'].map(
  (type) => implement(type, methods, { fidelity: 'approximate', note: NOTE })
);

export const orgCache = implement('Cache.Org', { 'getPartition(String)': getPartition });
