import { apexFiles, compileLab } from '../../../fidelity/__tests__/lab';
import type { TextFile } from '../../../project/xml';
import type { Parameter } from '../model';
import { permissionSet } from './delivery';
import { PackageOrg } from './package-org';

const MAIN = 'force-app/main';

function external(name: string, protocol: string, principal: string): TextFile {
  return {
    path: `${MAIN}/externalCredentials/${name}.externalCredential-meta.xml`,
    text: `<ExternalCredential><label>${name}</label><authenticationProtocol>${protocol}</authenticationProtocol>
      <externalCredentialParameters><parameterGroup>Main</parameterGroup><parameterName>Main</parameterName>
        <parameterType>${principal}</parameterType></externalCredentialParameters></ExternalCredential>`
  };
}

function named(name: string, over: string | undefined, more = '', parameters = ''): TextFile {
  const authentication =
    over === undefined
      ? ''
      : `<namedCredentialParameters><parameterName>E</parameterName><parameterType>Authentication</parameterType>
          <externalCredential>${over}</externalCredential></namedCredentialParameters>`;
  return {
    path: `${MAIN}/namedCredentials/${name}.namedCredential-meta.xml`,
    text: `<NamedCredential><label>${name}</label>${more}
      <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType>
        <parameterValue>https://own.example</parameterValue></namedCredentialParameters>
      ${authentication}${parameters}</NamedCredential>`
  };
}

const allow = (namespaces: string): string =>
  `<namedCredentialParameters><parameterName>N</parameterName><parameterType>AllowedManagedPackageNamespaces</parameterType>
    <parameterValue>${namespaces}</parameterValue></namedCredentialParameters>`;

const MERGES =
  '<allowMergeFieldsInHeader>true</allowMergeFieldsInHeader><allowMergeFieldsInBody>true</allowMergeFieldsInBody>';

const access = ['Own-Main', 'Personal-Main', 'Foreign-Main']
  .map(
    (name) =>
      `<externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>${name}</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`
  )
  .join('');

const caller = (access: string): string => `${access} class Caller {
  ${access} static String to(String name) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:' + name);
    request.setMethod('POST');
    request.setHeader('X-Key', 'k={!$Credential.Own.Token}');
    request.setBody('b={!HTMLENCODE($Credential.Own.Token)}');
    return new Http().send(request).getBody();
  }
  ${access} static String bytesTo(String name) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint('callout:' + name);
    request.setMethod('POST');
    request.setBodyAsBlob(EncodingUtil.base64Decode('/3sh'));
    return new Http().send(request).getBody();
  }
}`;

const calls = (target: string): string =>
  ['Merging', 'Plain', 'Personal', 'Foreign', 'Bare', 'Missing', 'Shared']
    .map((name) => `public static String ${name.toLowerCase()}() { return ${target}.to('${name}'); }`)
    .join(' ');

const program = compileLab(
  [
    {
      namespace: '',
      files: [
        external('Own', 'Custom', 'NamedPrincipal'),
        external('Personal', 'Custom', 'PerUserPrincipal'),
        external('Foreign', 'OAuth', 'NamedPrincipal'),
        named('Merging', 'Own', MERGES),
        named('Plain', 'Own'),
        named('Shared', 'Own', '', allow('other, PKG')),
        named('Personal', 'Personal'),
        named('Foreign', 'Foreign'),
        named('Bare', undefined),
        permissionSet('All', access),
        ...apexFiles([
          caller('public'),
          `public class Mine {
            ${calls('Caller')}
            public static String bytes() { return Caller.bytesTo('Merging'); }
            public static String longerHost() { return Caller.to('Bare.evil.example/path'); }
            public static String userInfo() { return Caller.to('Bare@evil.example'); }
            public static String query() { return Caller.to('Bare?q=1'); }
          }`,
          `public class Theirs { ${calls('pkg.Caller')} }`
        ])
      ]
    },
    { namespace: 'pkg', files: apexFiles([caller('global')]) }
  ],
  'generator'
);

function orgWithValues(): PackageOrg {
  const org = new PackageOrg(program).as('nobody', 'All');
  const values = new Map([['Token', { encrypted: true, value: 'a<b' }]]);
  const { records } = org.org.credentials;
  for (const name of ['Own', 'Foreign']) {
    records.putValues({
      externalCredential: name,
      principal: 'Main',
      type: 'NamedPrincipal',
      userId: undefined,
      values
    });
  }
  records.putValues({
    externalCredential: 'Personal',
    principal: 'Main',
    type: 'PerUserPrincipal',
    userId: org.user.id,
    values
  });
  return org;
}

test('fields in the request itself are merged where the named credential allows it, and stay as they are elsewhere', () => {
  const org = orgWithValues();
  org.call('c.Mine.merging');
  org.call('c.Mine.plain');
  expect(org.requests.map(({ headers, body }) => `${headers['x-key']} ${Buffer.from(body).toString()}`)).toEqual([
    'k=a<b b=a&lt;b',
    'k={!$Credential.Own.Token} b={!HTMLENCODE($Credential.Own.Token)}'
  ]);
});

test('bytes that are no text are sent as they are', () => {
  const org = orgWithValues();
  org.call('c.Mine.bytes');
  expect(org.requests.map(({ body }) => Buffer.from(body).toString('base64'))).toEqual(['/3sh']);
});

test('what follows the name of a named credential never changes its host', () => {
  const org = orgWithValues();
  for (const name of ['longerHost', 'userInfo']) {
    expect(org.call(`c.Mine.${name}`)).toMatch(/couldn't access the endpoint/);
  }
  org.call('c.Mine.query');
  expect(org.requests.map(({ url }) => new URL(url).search)).toEqual(['?q=1']);
});

test('each user has values of their own where the principal is per user', () => {
  const org = orgWithValues();
  expect(org.call('c.Mine.personal')).toBe('answer');
  expect(org.as('observer', 'All').call('c.Mine.personal')).toMatch(/couldn't access the credential/);
});

test('a package calls out with a credential of the org only where that lists its namespace', () => {
  const org = orgWithValues();
  expect(org.call('c.Theirs.plain')).toMatch(/couldn't access the endpoint.*"Plain"/);
  expect(org.call('c.Theirs.shared')).toBe('answer');
});

test('one without authentication needs no principal, and one that is not there is refused', () => {
  const org = new PackageOrg(program).as('observer');
  expect(org.call('c.Mine.bare')).toBe('answer');
  expect(org.call('c.Mine.missing')).toMatch(/named credential "Missing" might not exist/);
});

test('other protocols are refused by name', () => {
  expect(() => orgWithValues().call('c.Mine.foreign')).toThrow(/with the protocol OAuth is not supported/);
});

test('what an administrator names has to be there', () => {
  const { credentials } = new PackageOrg(program).org;
  expect(() => credentials.enable('Nothing')).toThrow(/it has Bare, Foreign, Merging/);
  expect(() => credentials.grantPrincipal('All', 'Own', 'Second')).toThrow(/no principal Second/);
  expect(() => credentials.grantPrincipal('None', 'Own', 'Main')).toThrow(/no permission set None/);
  const shared: readonly Parameter[] = credentials.records.named('shared')?.parameters ?? [];
  expect(shared.map(({ value }) => value)).toEqual(['other, PKG']);
});
