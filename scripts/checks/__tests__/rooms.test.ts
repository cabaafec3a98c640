import { packageUnits } from '../package-units';
import type { ApexUnit } from '../rooms';
import { brokenArrows, ROOMS, strayCallers } from '../rooms';

const units = packageUnits();

const unit = (file: string, declares: string, uses: readonly string[], calls: readonly string[] = []): ApexUnit => ({
  file,
  declares: [declares],
  references: { classes: new Set(uses), calls: new Set(calls) }
});

const above = unit('force-app/main/rotation/classes/Above.cls', 'tokenward.Above', []);

describe('the rooms of the package', () => {
  it('use only themselves and the rooms below', () => {
    expect(brokenArrows(units)).toEqual([]);
  });

  it('are all inhabited', () => {
    const empty = ROOMS.filter((room) => !units.some(({ file }) => file.startsWith(`force-app/main/${room}/`)));

    expect(empty).toEqual([]);
  });

  it('are left by an arrow that points up', () => {
    const below = unit('force-app/main/custody/classes/Below.cls', 'tokenward.Below', ['tokenward.Above']);

    expect(brokenArrows([below, above])).toEqual([
      { file: below.file, message: 'custody must not use tokenward.Above of rotation.' }
    ]);
  });

  it('take no class that lies in none of them', () => {
    const stray = unit('force-app/main/misc/classes/Stray.cls', 'tokenward.Stray', []);

    expect(brokenArrows([stray, above]).map(({ file }) => file)).toEqual([stray.file]);
  });
});

describe('one code path', () => {
  it.each([
    ['presents a refresh token', 'tokenward.TokenEndpoint.presentrefresh', ['RotationJob']],
    ['opens a sealed grant', 'tokenward.Vault.opengrant', ['RotationJob', 'AccessReader']],
    ['opens a handle to ask or revoke with', 'tokenward.Vault.openhandle', ['ProbeJob', 'RevokeRound']],
    ['seals a grant anew', 'tokenward.Vault.reseal', ['CustodyWriter']],
    ['posts to the endpoints of a grant', 'tokenward.TokenEndpoint.post', ['TokenEndpoint', 'GrantEndpoint']],
    ['sends a request', 'tokenward.HttpGateway.send', ['TokenEndpoint', 'Tokenward', 'Inquiry']],
    ['puts a token into a named credential', 'tokenward.Credentials.fill', ['DeliveryRound']],
    ['leases a row', 'tokenward.CustodyWriter.lease', ['RefreshRequests']]
  ])('%s', (_what, method, callers) => {
    expect(strayCallers(units, method, callers)).toEqual([]);
  });

  it('is left by a stranger who calls the same method', () => {
    const call = 'tokenward.TokenEndpoint.presentrefresh(tokenward.Grant)';
    const stranger = unit('force-app/main/console/classes/Stranger.cls', 'tokenward.Stranger', [], [call]);
    const job = unit('force-app/main/rotation/classes/RotationJob.cls', 'tokenward.RotationJob', [], [call]);

    expect(strayCallers([stranger, job], 'tokenward.TokenEndpoint.presentrefresh', ['RotationJob'])).toEqual([
      stranger.file
    ]);
  });

  it('is known to the check by the names that the code really has', () => {
    const calls = new Set(units.flatMap(({ references }) => [...references.calls].map((call) => call.split('(')[0])));

    for (const method of [
      'tokenward.TokenEndpoint.presentrefresh',
      'tokenward.TokenEndpoint.post',
      'tokenward.Vault.opengrant',
      'tokenward.Vault.openhandle',
      'tokenward.Vault.reseal'
    ]) {
      expect(calls).toContain(method);
    }
  });
});
