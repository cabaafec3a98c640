const NOTICEABLE_MILLISECONDS = 2_000;

/** The local org's clock may be ahead of the machine's. "2 hours ago" is right only when the page shares it. */
export function followOrgClock(orgNow: number): void {
  const Machine = Date;
  const offset = orgNow - Machine.now();
  if (!Number.isFinite(offset) || Math.abs(offset) < NOTICEABLE_MILLISECONDS) return;
  globalThis.Date = new Proxy(Machine, {
    construct: (target, values: readonly unknown[], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [Machine.now() + offset] : values, newTarget) as Date,
    get: (target, property) =>
      property === 'now' ? () => Machine.now() + offset : (Reflect.get(target, property) as unknown)
  });
}
