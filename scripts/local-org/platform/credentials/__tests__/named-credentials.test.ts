import { apexFiles, compileLab } from '../../../fidelity/__tests__/lab';
import { faultAt } from '../../../contracts/fault';
import { DELIVERY, SHIPPED, THEIRS } from './delivery';
import { PackageOrg } from './package-org';

const program = compileLab(
  [
    { namespace: '', files: THEIRS },
    { namespace: 'pkg', files: [...SHIPPED, ...apexFiles([DELIVERY])] }
  ],
  'generator'
);

function filled(): PackageOrg {
  const org = new PackageOrg(program);
  expect(org.call('pkg.Delivery.fill')).toBeNull();
  return org;
}

describe('values of a principal', () => {
  test('an encrypted value goes in and never comes out; others can be read', () => {
    expect(filled().call('pkg.Delivery.patchGeneration')).toBe('Generation=7 Token*=null');
  });

  test('an update replaces what it does not name', () => {
    expect(filled().call('pkg.Delivery.replaceWithGeneration')).toBe('Generation=8');
  });

  test('single values can be deleted, and then all', () => {
    const org = filled();
    org.call('pkg.Delivery.patchGeneration');
    expect(org.call('pkg.Delivery.removeGeneration')).toBe('Token*=null');
    expect(org.call('pkg.Delivery.remove')).toBeNull();
    expect(org.call('pkg.Delivery.showShop')).toBe('');
    expect(org.call('pkg.Delivery.patchToken')).toMatch(/^ConnectApi.NotFoundException/);
  });

  test('creating twice fails, and each attempt is a DML statement', () => {
    expect(new PackageOrg(program).call('pkg.Delivery.fillTwice')).toBe('DUPLICATE_VALUE 2');
  });

  test('a rollback takes a write back', () => {
    const org = new PackageOrg(program);
    expect(org.call('pkg.Delivery.fillAndFail')).toMatch(/later/);
    expect(org.call('pkg.Delivery.showShop')).toBe('');
  });

  test('a write is uncommitted work to a callout', () => {
    expect(new PackageOrg(program).call('pkg.Delivery.fillAndCall')).toMatch(/uncommitted work pending/);
  });

  test('a fault can strike a write', () => {
    const org = new PackageOrg(program);
    const fault = { kind: 'exception', type: 'ConnectApi.ConnectApiException', message: 'down' } as const;
    org.org.faults = faultAt(({ operation }) => operation === 'createCredential', 1, fault);
    expect(org.call('pkg.Delivery.fill')).toBe('ConnectApi.ConnectApiException: down');
  });
});

describe('who may', () => {
  test.each([
    [
      'the Automated Process user, not at all',
      'autoproc',
      [],
      /ConnectApiException: .*not enabled for this organization/
    ],
    ['a user without the permission', 'nobody', [], /ConnectApiException: You do not have the permission/],
    ['a user who manages named credentials', 'integ', ['Keeper'], /^null$/]
  ] as const)('%s', (_who, alias, sets, expected) => {
    expect(String(new PackageOrg(program).as(alias, ...sets).call('pkg.Delivery.fill'))).toMatch(expected);
  });

  test('a package touches and sees only what it ships or has created', () => {
    const org = new PackageOrg(program);
    expect(org.call('pkg.Delivery.touchForeign')).toMatch(/Theirs is neither part of the package pkg/);
    org.call('pkg.Delivery.make');
    expect(org.call('pkg.Delivery.listed')).toBe('Made,MadeAuth,pkg__Closed,pkg__Open,pkg__Shop');
  });
});

describe('callouts', () => {
  test('carry the newest value in the header of the formula, which the code cannot read', () => {
    const org = filled();
    org.call('pkg.Delivery.patchToken');
    expect(org.as('nobody', 'Caller').call('pkg.Delivery.callOpen')).toBe('answer null callout:Open/orders?open=true');
    const [request] = org.requests;
    expect(request?.url).toBe('https://shop.example/api/orders?open=true');
    expect(request?.headers).toEqual({ 'x-own': 'mine', authorization: 'Bearer second' });
  });

  test('need access to the principal, whoever the user is', () => {
    expect(filled().call('pkg.Delivery.callOpen')).toMatch(/couldn't access the credential\(s\).*"pkg__Shop"/);
  });

  test('need a value', () => {
    const org = new PackageOrg(program).as('nobody', 'Caller');
    expect(org.call('pkg.Delivery.callOpen')).toMatch(/couldn't access the credential\(s\)/);
  });

  test('are refused where they are switched off', () => {
    const org = filled().as('nobody', 'Caller');
    expect(org.call('pkg.Delivery.callClosed')).toMatch(/couldn't access the endpoint.*"Closed"/);
    org.org.credentials.enable('pkg__Closed');
    expect(org.call('pkg.Delivery.callClosed')).toMatch(/^answer/);
  });

  test('of what a package created wait for the switch and for access', () => {
    const org = new PackageOrg(program);
    expect(org.call('pkg.Delivery.make')).toBe('Disabled pkg https://made.example');
    expect(org.call('pkg.Delivery.callMade')).toMatch(/couldn't access the endpoint/);
    org.org.credentials.enable('Made');
    org.org.credentials.grantPrincipal('Caller', 'MadeAuth', 'Main');
    expect(org.call('pkg.Delivery.access')).toBe('Enabled Caller');
    expect(org.call('pkg.Delivery.callMade')).toMatch(/couldn't access the credential/);
    org.as('nobody', 'Caller').call('pkg.Delivery.callMade');
    expect(org.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer made']);
  });
});
