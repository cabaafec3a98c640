import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_ORGANIZATION_ID } from '../../../authorization-server/config';
import { CLIENT_ID, CLIENT_SECRET, RESOURCE } from '../provider';
import type { App, Instance, Library } from '../library';

/** A home of its own, no key chain of the machine's, no log files, and no question which API version to use. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_DISABLE_TELEMETRY: 'true',
  SF_ORG_API_VERSION: '65.0'
};

/** Keeps tokens in auth files of its own and guards each with a lock file, under which it reads again. */
export const salesforceCore: Library = {
  name: '@salesforce/core',
  waits: true,
  async authorize({ provider }: App) {
    const { AuthInfo, StateAggregator } = await import('@salesforce/core');
    const { url, username } = provider;
    const pair = await provider.authorize();
    // A login is a process of its own: it must not touch what the instances remember.
    await StateAggregator.clearInstanceAsync();
    const { orgs } = await StateAggregator.getInstance();
    const org = { username, orgId: DEFAULT_ORGANIZATION_ID, instanceUrl: url, loginUrl: url };
    const accessTokenOptions = { ...org, accessToken: pair.accessToken, isDevHub: false, namespacePrefix: '' };
    const known = await orgs.hasFile(username);
    const authInfo = await AuthInfo.create(known ? { username } : { username, accessTokenOptions });
    await authInfo.save({
      accessToken: pair.accessToken,
      refreshToken: pair.refreshToken,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      orgEdition: 'Developer Edition'
    });
  },
  async start({ provider }: App): Promise<Instance> {
    const { AuthInfo, Connection, StateAggregator } = await import('@salesforce/core');
    // Another process would know nothing of what this one remembers.
    await StateAggregator.clearInstanceAsync();
    const authInfo = await AuthInfo.create({ username: provider.username });
    const connection = await Connection.create({ authInfo });
    return {
      async token() {
        await connection.request(RESOURCE);
        return connection.accessToken ?? '';
      }
    };
  },
  async around(run) {
    const home = mkdtempSync(join(tmpdir(), 'tokenward-peers-'));
    const remove = (): void => rmSync(home, { recursive: true, force: true });
    process.once('exit', remove);
    const restore = setEnvironment({ ...ENVIRONMENT, HOME: home, USERPROFILE: home });
    try {
      return await run();
    } finally {
      restore();
      remove();
      process.off('exit', remove);
    }
  }
};

function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}
