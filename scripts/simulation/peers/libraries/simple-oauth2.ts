import { CLIENT_ID, CLIENT_SECRET } from '../provider';
import type { TokenAnswer } from '../provider';
import type { App, Instance, Library } from '../library';
import { authorizeAndStore } from '../library';
import { toRealTime } from '../real-time';

/** Reads the stored token, asks `expired()`, calls `refresh()`, stores what comes back: the steps of its README. */
export const simpleOauth2: Library = {
  name: 'simple-oauth2',
  waits: false,
  authorize: authorizeAndStore,
  async start({ provider, store }: App): Promise<Instance> {
    const { AuthorizationCode } = await import('simple-oauth2');
    const client = new AuthorizationCode({
      client: { id: CLIENT_ID, secret: CLIENT_SECRET },
      auth: { tokenHost: provider.url, tokenPath: '/services/oauth2/token' },
      options: { authorizationMethod: 'body' }
    });
    return {
      async token() {
        const kept = await store.read();
        const held = client.createToken({
          access_token: kept.accessToken,
          refresh_token: kept.refreshToken,
          expires_at: new Date(toRealTime(kept.expiresAt, provider.clock))
        });
        if (!held.expired()) return kept.accessToken;
        const pair = provider.pairOf((await held.refresh()).token as unknown as TokenAnswer, kept);
        await store.write(pair);
        return pair.accessToken;
      }
    };
  }
};
