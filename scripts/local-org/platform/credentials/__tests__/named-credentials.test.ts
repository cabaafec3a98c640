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
  test('single values can be deleted, and then all', () => {
    const org = filled();
    org.call('pkg.Delivery.patchGeneration');
    expect(org.call('pkg.Delivery.removeGeneration')).toBe('Token*=null');
    expect(org.call('pkg.Delivery.remove')).toBeNull();
    expect(org.call('pkg.Delivery.showShop')).toBe('');
    expect(org.call('pkg.Delivery.patchToken')).toMatch(/^ConnectApi.NotFoundException/);
  });

  test('a fault can strike a write', () => {
    const org = new PackageOrg(program);
    const fault = { kind: 'exception', type: 'ConnectApi.ConnectApiException', message: 'down' } as const;
    org.org.faults = faultAt(({ operation }) => operation === 'createCredential', 1, fault);
    expect(org.call('pkg.Delivery.fill')).toBe('ConnectApi.ConnectApiException: down');
  });
});

describe('faults', () => {
  test('can strike a read, and have the code of a refusal', () => {
    const org = filled();
    const fault = {
      kind: 'exception',
      type: 'ConnectApi.ConnectApiException',
      message: 'no',
      errorCode: 'BUSY'
    } as const;
    org.org.faults = { at: ({ operation }) => (operation === 'getCredential' ? fault : undefined) };
    expect(org.call('pkg.Delivery.showShop')).toBe('ConnectApi.ConnectApiException: no');
    org.org.faults = { at: ({ operation }) => (operation === 'createCredential' ? fault : undefined) };
    expect(org.call('pkg.Delivery.fillTwice')).toBe('ConnectApi.ConnectApiException: no');
    org.org.faults = faultAt(({ operation }) => operation === 'createCredential', 2, fault);
    org.call('pkg.Delivery.remove');
    expect(org.call('pkg.Delivery.fillTwice')).toMatch(/^BUSY /);
  });
});

test('what an administrator deletes is gone with its values', () => {
  const org = new PackageOrg(program);
  org.call('pkg.Delivery.make');
  expect(() => org.org.credentials.remove('Nothing')).toThrow(/it has Made/);
  org.org.credentials.remove('Made');
  org.org.credentials.records.remove('MadeAuth');
  expect(org.call('pkg.Delivery.make')).toBe('Disabled pkg https://made.example');
});

describe('callouts', () => {
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
