import { HOST } from '../../simulation/world/world';
import { ConsumerWorld, consumerProgram, consumerWorkspace, PACKAGE, RESOURCE, USER_SETS } from '../consumer-world';
import type { OrgUser } from '../../local-org/contracts/org';

const program = consumerProgram();
const HIDDEN = ['Custody__c', 'Debt__c', 'Authorization__c', 'Vault_Key__c', 'Custody_Rule__c'];

let org: ConsumerWorld;
/** Code runs in system mode; whoever runs it may also send. The org's own administrator is the strongest of all. */
let intruder: OrgUser;

/** What an attempt came to; whatever it is, no secret may be in it, nor in anything it left. */
function attempt(method: string, ...args: readonly string[]): string {
  const result = org.call(`Intruder.${method}`, args, intruder);
  expect(org.secrets.in(result)).toBeUndefined();
  const left = [...org.notes('ready'), ...org.notes('failed'), ...org.world.org.debugLog.map(({ text }) => text)];
  expect(org.secrets.in(left.join('\n'))).toBeUndefined();
  return result;
}

beforeEach(() => {
  org = new ConsumerWorld(program);
  intruder = org.user('admin', ...USER_SETS);
});

test('the search for secrets knows both tokens and the client secret, and finds a piece of one', () => {
  expect(org.call('Orders.fetch', ['erp', RESOURCE], intruder)).toBe('200');
  expect(org.secrets.count('access token')).toBe(1);
  expect(org.secrets.count('refresh token')).toBe(1);
  expect(org.secrets.count('client secret')).toBe(1);
});

describe.each(HIDDEN)('%s', (name) => {
  const full = `tokenward__${name}`;
  const hidden = /QueryException: sObject type '.*' is not supported/;

  test.each([
    ['dynamic SOQL', 'query', `SELECT Id FROM ${full}`],
    ['dynamic SOQL without the prefix', 'query', `SELECT Id FROM ${name}`],
    ['deleted rows', 'query', `SELECT Id FROM ${full} ALL ROWS`],
    ['dynamic SOQL with binds', 'queryWithBinds', `SELECT Id FROM ${full}`],
    ['a count', 'count', `SELECT COUNT() FROM ${full}`],
    ['an aggregate', 'query', `SELECT MAX(CreatedDate) m FROM ${full}`],
    ['a locator', 'locate', `SELECT Id FROM ${full}`],
    ['a semi-join', 'query', `SELECT Id FROM tokenward__Connection__c WHERE Id IN (SELECT Id FROM ${full})`],
    ['SOSL', 'find', `FIND 'tw1' IN ALL FIELDS RETURNING Note__c(Id), ${full}(Id WHERE Id != null)`]
  ])('is out of reach of %s', (_what, method, text) => {
    expect(attempt(method, text)).toMatch(hidden);
  });

  test.each([
    ['a child relationship', `SELECT (SELECT Id FROM ${full.replace('__c', '__r')}) FROM tokenward__Connection__c`],
    ['a parent relationship', `SELECT ${full.replace('__c', '__r')}.Id FROM tokenward__Connection__c`]
  ])('is out of reach of %s', (_what, text) => {
    expect(attempt('query', text)).toMatch(/QueryException: Didn't understand relationship/);
  });

  test('has no description and no type', () => {
    expect(attempt('describe', full)).toBe('()');
    expect(attempt('describeDirectly', full)).toMatch(/Exception/);
  });

  test('takes no row', () => {
    expect(attempt('rowFromJson', full)).toMatch(/Exception/);
    expect(attempt('rowFromJson', name)).toMatch(/Exception/);
  });

  test('cannot be named by code that is compiled', () => {
    const type = { path: 'classes/Peek.cls', text: `public class Peek { Object row = new ${full}(); }` };
    const text = `public class Ask { Integer n = [SELECT COUNT() FROM ${full}]; }`;
    const settings = { path: 'classes/Get.cls', text: `public class Get { Object row = ${full}.getInstance('1'); }` };
    const { problems } = consumerWorkspace(type, { path: 'classes/Ask.cls', text }, settings);
    const files = problems.map(({ file }) => /(\w+)\.cls$/.exec(file)?.[1]);
    expect(files).toEqual(expect.arrayContaining(['Peek', 'Ask', 'Get']));
  });
});

describe('the id of a custody row that somebody guessed', () => {
  test.each(['remove', 'restore'])('changes nothing: %s', (method) => {
    const id = org.custodyId();
    expect(attempt(method, id)).toMatch(/Exception/);
    expect(org.custodyId()).toBe(id);
  });

  test('leads to the name of the object at most, and to a row with nothing in it', () => {
    const id = org.custodyId();
    expect(attempt('kindOf', id)).toBe('tokenward__Custody__c');
    const { attributes, ...fields } = JSON.parse(attempt('newRowOf', id)) as Record<string, unknown>;
    expect(attributes).toBeDefined();
    expect(fields).toEqual({ Id: id });
  });
});

describe('classes of the package', () => {
  const internal = PACKAGE.files
    .filter(({ path, text }) => path.endsWith('.cls') && !/^global /m.test(text))
    .map(({ path }) => /(\w+)\.cls$/.exec(path)?.[1] ?? '');

  test('that are not global cannot be found by name', () => {
    expect(internal).toEqual(
      expect.arrayContaining(['Vault', 'Sealer', 'AccessReader', 'ReadyJob', 'Grant', 'Access'])
    );
    expect(attempt('typesAmong', internal.join(' '))).toBe('');
    expect(attempt('typesAmong', 'Tokenward')).toMatch(/^Tokenward/);
  });

  test.each(['Vault', 'AccessReader', 'ReadyJob', 'Access', 'CustodyRows', 'HttpGateway'])(
    'that are not global cannot be compiled against: %s',
    (name) => {
      const text = `public class Peek { Object one = tokenward.${name}.class; }`;
      expect(consumerWorkspace({ path: 'classes/Peek.cls', text }).problems).not.toEqual([]);
    }
  );

  test('give away no method but send and whenReady', () => {
    const text = "public class Peek { void run() { tokenward.Tokenward.demandReady('erp'); } }";
    expect(consumerWorkspace({ path: 'classes/Peek.cls', text }).problems).not.toEqual([]);
  });

  test('cannot be written as JSON, nor made of it', () => {
    expect(attempt('facadeFromJson', '{}')).toMatch(/JSONException/);
  });
});

describe('a request that was kept', () => {
  test('holds no header, body or text with the token, nor does the answer or the log', () => {
    expect(attempt('keep', RESOURCE)).toMatch(/^\[\] /);
    expect(org.world.org.debugLog.length).toBeGreaterThanOrEqual(2);
  });

  test.each(['serializeRequest', 'serializeResponse'])('and cannot be turned into JSON with it: %s', (method) => {
    expect(attempt(method, RESOURCE)).not.toMatch(/[Bb]earer/);
  });

  test('travels without it when it is sent again', () => {
    const sent: string[] = [];
    const { server } = org.world;
    const { handle } = server;
    Object.assign(server, {
      handle: (request: Parameters<typeof handle>[0], clock: Parameters<typeof handle>[1]) => {
        sent.push(request.headers['authorization'] ?? 'none');
        return handle(request, clock);
      }
    });
    attempt('sendAgain', RESOURCE);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatch(/^Bearer ./);
    expect(sent[1]).toBe('');
  });
});

describe('another endpoint', () => {
  test.each([
    'https://evil.example/collect',
    `${HOST}.evil.example/`,
    `${HOST}@evil.example/`,
    `https://evil.example#${HOST}`,
    `https://evil.example/?${HOST}`,
    `${HOST}\\@evil.example/`,
    `${HOST}:444/`,
    `${HOST}:443@evil.example/`,
    HOST.replace('https', 'http'),
    HOST.replace('provider', 'PROVIDER').replace('.example', '.example.'),
    ` ${HOST}`.replace('.', '\u3002'),
    `//evil.example/`,
    'callout:Erp/path',
    `${HOST}\r\nHost: evil.example`
  ])('is refused when the request is sent again: %j', (endpoint) => {
    org.world.org.remoteSites.add('Evil', 'https://evil.example');
    expect(attempt('redirect', RESOURCE, endpoint)).toBe('tokenward.Tokenward.HostException[]');
  });

  test.each(['TRACE', 'trace'])('nor does the server repeat what it got: %s', (method) => {
    expect(attempt('echo', method, RESOURCE)).toMatch(/ConnectionException: .*method/);
  });
});

describe('the connection record, which everybody can see', () => {
  test.each([
    ['tokenward__Allowed_Hosts__c', 'https://evil.example'],
    ['tokenward__Login_Host__c', 'https://evil.example'],
    ['tokenward__Required_Custom_Permission__c', ''],
    ['tokenward__Provider__c', 'Google']
  ])('keeps %s from code of the org, system mode or not', (field, value) => {
    intruder = org.user('nobody', ...USER_SETS);
    expect(attempt('edit', field, value)).toMatch(/Nothing was changed/);
    expect(attempt('redirect', RESOURCE, 'https://evil.example')).toBe('tokenward.Tokenward.HostException[]');
  });

  test('holds no secret, nor do its events and the providers', () => {
    const fields = [...org.world.org.schema.object('tokenward__Connection__c', '')!.fields()].map(({ name }) => name);
    expect(attempt('query', `SELECT ${fields.join(', ')} FROM tokenward__Connection__c`)).toContain('erp');
    const events = 'SELECT tokenward__Kind__c, tokenward__Text__c, tokenward__Key__c, tokenward__Actor__c';
    expect(attempt('query', `${events} FROM tokenward__Rotation_Event__c`)).toContain('Authorized');
    expect(attempt('metadata')).toContain('Salesforce');
  });
});

describe('an exception', () => {
  test('of a callout that failed says nothing of what was sent', () => {
    expect(attempt('failing', RESOURCE)).toBe('sent');
    org.world.org.remoteSites.setActive('Provider', false);
    expect(attempt('failing', RESOURCE)).toMatch(/CalloutException Unauthorized endpoint.*no JSON\[\]$/s);
  });

  test('of an ended token says what is next, and cannot be turned into JSON', () => {
    org.world.clock.advance(180 * 60_000);
    expect(attempt('failing', RESOURCE)).toMatch(/RefreshPendingException.*Next step:.*no JSON\[null\]$/s);
  });
});

describe('the cache of the package', () => {
  test('shows other code no key and no value, and takes none', () => {
    expect(org.call('Orders.fetch', ['erp', RESOURCE], intruder)).toBe('200');
    const stored = org.world.org.cache.contents();
    expect(stored.length).toBeGreaterThanOrEqual(2);
    expect(attempt('cacheKeys', 'tokenward.Vault')).toBe('{}');
    expect(attempt('cacheKeys', 'local.Vault')).toMatch(/OrgCacheException/);
    for (const { key } of stored) {
      const name = key.slice(key.lastIndexOf('.') + 1);
      expect(attempt('cached', name)).toBe('null');
      expect(attempt('cacheOver', name)).toMatch(/Cross-namespace PUT not supported/);
      expect(attempt('uncache', name)).toMatch(/Cross-namespace REMOVE not supported/);
    }
    expect(org.world.org.cache.contents()).toEqual(stored);
  });
});

describe('who listens and waits', () => {
  test('to platform events hears of connections and generations, and of nothing else', () => {
    org.world.clock.advance(180 * 60_000);
    expect(org.call('Orders.fetch', ['erp', RESOURCE], intruder, 5)).toBe('RefreshPendingException');
    expect(org.notes('wanted')[0]).toContain(org.uid);
    expect(org.notes('changed')[0]).toContain('Idle');
    expect(org.secrets.count('refresh token')).toBe(2);
    expect(org.secrets.in([...org.notes('wanted'), ...org.notes('changed')].join('\n'))).toBeUndefined();
  });

  test('as a callback is handed the name of the connection, and its job keeps no token', () => {
    org.world.clock.advance(180 * 60_000);
    expect(org.call('Orders.fetchLater', ['erp', RESOURCE], intruder, 10)).toBe('queued');
    expect(org.notes('ready')).toHaveLength(1);
    const jobs = attempt('query', 'SELECT Id, Status, ExtendedStatus, MethodName, JobItemsProcessed FROM AsyncApexJob');
    expect(jobs).toContain('Completed');
  });
});
