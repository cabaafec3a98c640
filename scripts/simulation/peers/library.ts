import type { Provider } from './provider';
import type { TokenStore } from './store';

/** One app: what its instances share. */
export interface App {
  readonly provider: Provider;
  readonly store: TokenStore;
}

/** A process of the app with the library set up in it. Several workers use it at once. */
export interface Instance {
  /** A worker's wish: an access token that an API will take. Fails with the library's own error. */
  token(): Promise<string>;
}

/** A library as its documentation says to use it. */
export interface Library {
  /** The name of its package. */
  readonly name: string;
  /** Whether waiting takes so long that the chapters have to run side by side. */
  readonly waits: boolean;
  /** A person authorizes the app, for the first time or again. */
  authorize(app: App): Promise<void>;
  start(app: App): Promise<Instance>;
  /** Whatever has to be around the whole run. */
  around?<T>(run: () => Promise<T>): Promise<T>;
}

/** For libraries that leave storing to the app. */
export async function authorizeAndStore({ provider, store }: App): Promise<void> {
  await store.write(await provider.authorize());
}
