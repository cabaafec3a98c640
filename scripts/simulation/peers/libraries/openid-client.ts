import { CLIENT_ID, CLIENT_SECRET } from '../provider';
import type { App, Instance, Library } from '../library';
import { authorizeAndStore } from '../library';

/** Stateless by design: one function for the refresh grant. Whether, when and by whom is the app's business. */
export const openidClient: Library = {
  name: 'openid-client',
  waits: false,
  authorize: authorizeAndStore,
  async start({ provider, store }: App): Promise<Instance> {
    const client = await import('openid-client');
    const config = new client.Configuration(
      { issuer: provider.url, token_endpoint: `${provider.url}/services/oauth2/token` },
      CLIENT_ID,
      undefined,
      client.ClientSecretPost(CLIENT_SECRET)
    );
    client.allowInsecureRequests(config);
    return {
      async token() {
        const kept = await store.read();
        if (provider.clock.now() < kept.expiresAt) return kept.accessToken;
        const pair = provider.pairOf(await client.refreshTokenGrant(config, kept.refreshToken), kept);
        await store.write(pair);
        return pair.accessToken;
      }
    };
  }
};
