import type { Credentials } from 'google-auth-library';
import { CLIENT_ID, CLIENT_SECRET, REDIRECT_URI } from '../provider';
import type { App, Instance, Library } from '../library';
import { authorizeAndStore } from '../library';
import { toRealTime } from '../real-time';

/**
 * One OAuth2Client an instance: it joins workers that refresh with the same token. The `tokens` event stores what
 * comes back, as the README says; nobody waits for its listeners.
 */
export const googleAuthLibrary: Library = {
  name: 'google-auth-library',
  waits: false,
  authorize: authorizeAndStore,
  async start({ provider, store }: App): Promise<Instance> {
    const { OAuth2Client } = await import('google-auth-library');
    const client = new OAuth2Client({
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      redirectUri: REDIRECT_URI,
      endpoints: { oauth2TokenUrl: `${provider.url}/services/oauth2/token` }
    });
    let newest = 0;
    client.on('tokens', (tokens: Credentials) => {
      // Copied at once: the client puts the refresh token that it presented back into this very object.
      const pair = provider.pairOf({ ...tokens, access_token: tokens.access_token ?? '' });
      newest = pair.issuedAt;
      void store.write(pair);
    });
    return {
      async token() {
        const kept = await store.read();
        // Another instance may have stored a newer pair; one that this client got itself may not be stored yet.
        if (kept.issuedAt >= newest) {
          newest = kept.issuedAt;
          client.setCredentials({
            access_token: kept.accessToken,
            refresh_token: kept.refreshToken,
            expiry_date: toRealTime(kept.expiresAt, provider.clock)
          });
        }
        return (await client.getAccessToken()).token ?? '';
      }
    };
  }
};
