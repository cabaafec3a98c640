import { DELIVERY, SHIPPED, THEIRS } from '../../platform/credentials/__tests__/delivery';
import { PackageOrg } from '../../platform/credentials/__tests__/package-org';
import { proves } from '../catalogue';
import { apexFiles, compileLab, runTests } from './lab';

const program = compileLab(
  [
    { namespace: '', files: THEIRS },
    { namespace: 'pkg', files: [...SHIPPED, ...apexFiles([DELIVERY])] }
  ],
  'generator'
);

function filled(): PackageOrg {
  const org = new PackageOrg(program);
  org.call('pkg.Delivery.fill');
  return org;
}

test(`${proves('connect.encrypted')}`, () => {
  expect(filled().call('pkg.Delivery.patchGeneration')).toBe('Generation=7 Token*=null');
});

test(`${proves('connect.replace')}`, () => {
  const org = filled();
  expect(org.call('pkg.Delivery.patchGeneration')).toBe('Generation=7 Token*=null');
  expect(org.call('pkg.Delivery.replaceWithGeneration')).toBe('Generation=8');
});

test(`${proves('connect.dml')}`, () => {
  expect(new PackageOrg(program).call('pkg.Delivery.fillTwice')).toBe('DUPLICATE_VALUE 2');
});

test(`${proves('connect.rollback')}`, () => {
  const org = new PackageOrg(program);
  expect(org.call('pkg.Delivery.fillAndFail')).toMatch(/later/);
  expect(org.call('pkg.Delivery.showShop')).toBe('');
});

test(`${proves('connect.pending')}`, () => {
  expect(new PackageOrg(program).call('pkg.Delivery.fillAndCall')).toMatch(/uncommitted work pending/);
});

test(`${proves('connect.users')}`, () => {
  const fill = (alias: string, ...sets: readonly string[]): string =>
    String(new PackageOrg(program).as(alias, ...sets).call('pkg.Delivery.fill'));
  expect(fill('autoproc')).toMatch(/ConnectApiException: .*not enabled for this organization/);
  expect(fill('nobody')).toMatch(/ConnectApiException: You do not have the permission/);
  expect(fill('integ', 'Keeper')).toBe('null');
});

test(`${proves('connect.own')}`, () => {
  const org = new PackageOrg(program);
  expect(org.call('pkg.Delivery.touchForeign')).toMatch(/Theirs is neither part of the package pkg/);
  org.call('pkg.Delivery.make');
  expect(org.call('pkg.Delivery.listed')).toBe('Made,MadeAuth,pkg__Closed,pkg__Open,pkg__Shop');
});

test(`${proves('connect.switch')}`, () => {
  const org = new PackageOrg(program);
  expect(org.call('pkg.Delivery.make')).toBe('Disabled pkg https://made.example');
  org.org.credentials.grantPrincipal('Caller', 'MadeAuth', 'Main');
  org.as('nobody', 'Caller');
  expect(org.call('pkg.Delivery.callMade')).toMatch(/couldn't access the endpoint/);
  org.org.credentials.enable('Made');
  expect(org.call('pkg.Delivery.callMade')).toMatch(/^answer/);
});

test(`${proves('connect.values')}`, () => {
  const org = filled();
  org.call('pkg.Delivery.patchToken');
  expect(org.as('nobody', 'Caller').call('pkg.Delivery.callOpen')).toMatch(/^answer/);
});

test(`${proves('connect.tests')}`, () => {
  const list = 'ConnectApi.NamedCredentials.getNamedCredentials().namedCredentials';
  const results = runTests(
    `@IsTest private class Siloed {
      @IsTest static void refused() {
        try { Integer count = ${list}.size(); Assert.fail('refused it should be'); }
        catch (UnsupportedOperationException e) { Assert.isTrue(e.getMessage().contains('data siloed tests')); }
      }
      @IsTest(SeeAllData=true) static void open() { Assert.areEqual(0, ${list}.size()); }
    }`,
    `@IsTest(SeeAllData=true) private class Wide { @IsTest static void wide() { Assert.areEqual(0, ${list}.size()); } }`
  );
  expect(results).toEqual({ refused: 'passed', open: 'passed', wide: 'passed' });
});

test(`${proves('named.header')}`, () => {
  const org = filled();
  org.call('pkg.Delivery.patchToken');
  expect(org.as('nobody', 'Caller').call('pkg.Delivery.callOpen')).toBe('answer null callout:Open/orders?open=true');
  const [request] = org.requests;
  expect(request?.url).toBe('https://shop.example/api/orders?open=true');
  expect(request?.headers).toEqual({ 'x-own': 'mine', authorization: 'Bearer second' });
});

test(`${proves('named.principal')}`, () => {
  const org = filled();
  expect(org.call('pkg.Delivery.callOpen')).toMatch(/couldn't access the credential\(s\).*"pkg__Shop"/);
  expect(org.as('nobody', 'Caller').call('pkg.Delivery.callOpen')).toMatch(/^answer/);
});
