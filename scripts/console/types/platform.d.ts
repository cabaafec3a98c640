import 'lwc';
import type { WireAdapterConstructor } from 'lwc';

declare global {
  /** What a wire hands over; data and error exclude each other, and both are undefined while loading. */
  interface WireResult<T> {
    readonly data?: T;
    readonly error?: unknown;
  }
  type ApexMethod<P, R> = P extends undefined ? () => Promise<R> : (parameters: P) => Promise<R>;
  type CacheableApexMethod<P, R> = ApexMethod<P, R> & {
    adapter: WireAdapterConstructor<P extends undefined ? Record<string, never> : P, WireResult<R>>;
  };

  namespace jest {
    interface Matchers<R> {
      toBeAccessible(): Promise<R>;
    }
  }
}
