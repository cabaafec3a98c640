import { CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, RESOURCE } from '../provider';
import type { TokenAnswer } from '../provider';
import type { App, Instance, Library } from '../library';
import { authorizeAndStore } from '../library';

/**
 * One Connection an instance: a request that hears 401 refreshes, and requests that hear it meanwhile wait for that.
 * The `refresh` event stores what comes back; nobody waits for its listeners.
 */
export const jsforce: Library = {
  name: 'jsforce',
  waits: false,
  authorize: authorizeAndStore,
  async start({ provider, store }: App): Promise<Instance> {
    const { Connection } = await import('jsforce');
    const first = await store.read();
    const connection = new Connection({
      oauth2: {
        loginUrl: provider.url,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        redirectUri: REDIRECT_URI
      },
      instanceUrl: provider.url,
      accessToken: first.accessToken,
      refreshToken: first.refreshToken
    });
    let newest = first.issuedAt;
    const adopt = (accessToken: string, refreshToken: string, issuedAt: number): void => {
      connection.accessToken = accessToken;
      // The default refresh keeps the token that it has presented; the app has to put the new one in its place.
      connection.refreshToken = refreshToken;
      newest = issuedAt;
    };
    connection.on('refresh', (_accessToken: string, answer: TokenAnswer) => {
      const pair = provider.pairOf(answer);
      adopt(pair.accessToken, pair.refreshToken, pair.issuedAt);
      void store.write(pair);
    });
    return {
      async token() {
        const kept = await store.read();
        if (kept.issuedAt > newest) adopt(kept.accessToken, kept.refreshToken, kept.issuedAt);
        await connection.request(RESOURCE);
        return connection.accessToken ?? '';
      }
    };
  }
};
