import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import type { EnqueueOptions } from '../../platform/async/enqueue';
import { enqueue } from '../../platform/async/enqueue';
import { hostOf, txOf } from '../../platform/host';
import { ApexId } from '../../runtime/id';
import { PlatformObject } from '../../runtime/object';
import { throwApex } from '../../runtime/exceptions';

class SignatureValue extends PlatformObject {
  readonly apexType = typeRef('System.QueueableDuplicateSignature');
  constructor(readonly text: string) {
    super();
  }
}

/** The size limit of a signature is documented; how its parts count is not: text by UTF-8 bytes, ids 18, integers 4. */
const SIGNATURE_LIMIT = 4096;

class SignatureBuilder extends PlatformObject {
  readonly apexType = typeRef('System.QueueableDuplicateSignature.Builder');
  readonly parts: string[] = [];
  size = 0;

  add(kind: string, text: string, size: number): this {
    if (this.size + size > SIGNATURE_LIMIT) {
      throwApex('System.IllegalArgumentException', `The signature is over its maximum size of ${SIGNATURE_LIMIT}.`);
    }
    this.parts.push(`${kind}:${text}`);
    this.size += size;
    return this;
  }
}

class AsyncOptionsValue extends PlatformObject {
  readonly apexType = typeRef('System.AsyncOptions');
  duplicateSignature: SignatureValue | null = null;
  maximumStackDepth: number | null = null;
  minimumDelay: number | null = null;
}

function enqueueWith(rt: Runtime, target: object | null, options?: EnqueueOptions): ApexId {
  if (target === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  return ApexId.parse(enqueue(hostOf(rt), target, options));
}

export const enqueueing = implement('System.System', {
  'enqueueJob(Object)': (rt, target: object | null) => enqueueWith(rt, target),
  'enqueueJob(Object,Integer)': (rt, target: object | null, delayMinutes: number) =>
    enqueueWith(rt, target, { signature: undefined, maximumDepth: undefined, delayMinutes }),
  'enqueueJob(Object,System.AsyncOptions)': (rt, target: object | null, options: AsyncOptionsValue) =>
    enqueueWith(rt, target, {
      signature: options.duplicateSignature?.text,
      maximumDepth: options.maximumStackDepth ?? undefined,
      delayMinutes: options.minimumDelay ?? undefined
    }),
  'attachFinalizer(System.Finalizer)': (rt, finalizer: object) => {
    const tx = txOf(rt);
    if (tx.kind !== 'queueable') {
      throwApex('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
    }
    if (tx.finalizer) {
      throwApex('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
    }
    tx.finalizer = finalizer;
  },
  'isQueueable()': (rt) => txOf(rt).kind === 'queueable',
  'isFuture()': (rt) => txOf(rt).kind === 'future',
  'isBatch()': (rt) => txOf(rt).kind === 'batch',
  'isScheduled()': (rt) => txOf(rt).kind === 'scheduled'
});

export const asyncOptions = implement('System.AsyncOptions', {
  '<init>()': () => new AsyncOptionsValue(),
  DuplicateSignature: (_rt, self: AsyncOptionsValue) => self.duplicateSignature,
  'DuplicateSignature=': (_rt, self: AsyncOptionsValue, value: SignatureValue | null) => {
    self.duplicateSignature = value;
  },
  MaximumQueueableStackDepth: (_rt, self: AsyncOptionsValue) => self.maximumStackDepth,
  'MaximumQueueableStackDepth=': (_rt, self: AsyncOptionsValue, value: number | null) => {
    self.maximumStackDepth = value;
  },
  MinimumQueueableDelayInMinutes: (_rt, self: AsyncOptionsValue) => self.minimumDelay,
  'MinimumQueueableDelayInMinutes=': (_rt, self: AsyncOptionsValue, value: number | null) => {
    self.minimumDelay = value;
  }
});

export const signatureBuilder = implement(
  'System.QueueableDuplicateSignature.Builder',
  {
    '<init>()': () => new SignatureBuilder(),
    'addString(String)': (_rt, self: SignatureBuilder, text: string) => self.add('s', text, Buffer.byteLength(text)),
    'addId(Id)': (_rt, self: SignatureBuilder, id: ApexId) => self.add('id', id.value, id.value.length),
    'addInteger(Integer)': (_rt, self: SignatureBuilder, value: number) => self.add('i', String(value), 4),
    'build()': (_rt, self: SignatureBuilder) => new SignatureValue(JSON.stringify(self.parts)),
    'getSize()': (_rt, self: SignatureBuilder) => self.size,
    'getRemainingSize()': (_rt, self: SignatureBuilder) => SIGNATURE_LIMIT - self.size,
    'getMaxSize()': () => SIGNATURE_LIMIT
  },
  { fidelity: 'approximate', note: 'How parts count towards the maximum size is not documented.' }
);

export const signatures = implement('System.QueueableDuplicateSignature', {
  'Builder()': () => new SignatureBuilder()
});

export const asyncInfo = implement('System.AsyncInfo', {
  'getCurrentQueueableStackDepth()': (rt) => txOf(rt).job?.depth ?? 0,
  'getMaximumQueueableStackDepth()': (rt) => txOf(rt).job?.maximumDepth ?? null,
  'getMinimumQueueableDelayInMinutes()': (rt) => txOf(rt).job?.delayMinutes ?? 0,
  'hasMaxStackDepth()': (rt) => txOf(rt).job?.maximumDepth !== undefined
});
