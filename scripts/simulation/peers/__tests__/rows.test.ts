import { setTimeout as sleep } from 'node:timers/promises';
import type { Library } from '../library';
import { authorizeAndStore } from '../library';
import { runLibrary } from '../library-row';
import type { Job } from '../job';
import { NAMES, runJob, versionOf } from '../job';
import { planRounds } from '../plan';
import { CLIENT_ID, CLIENT_SECRET, PROCESSING_MS } from '../provider';
import { toRow } from '../row';

const options = { rounds: 4, workers: 3, instances: 2, seed: 1, lostShare: 0.5 };
const noApex = () => {
  throw new Error('No row of this test is in Apex.');
};

/** Presents the same token twice and says that all went well. */
const liar: Library = {
  name: 'liar',
  waits: false,
  authorize: authorizeAndStore,
  async start({ provider, store }) {
    return {
      async token() {
        const { refreshToken } = await store.read();
        const form = { grant_type: 'refresh_token', client_id: CLIENT_ID, client_secret: CLIENT_SECRET };
        const body = new URLSearchParams({ ...form, refresh_token: refreshToken });
        for (let i = 0; i < 2; i += 1) {
          await fetch(`${provider.url}/services/oauth2/token`, { method: 'POST', body });
          // So that the second is no longer excused as coming while the first is being processed.
          await sleep(PROCESSING_MS);
        }
        return 'a token';
      }
    };
  }
};

describe('a small comparison', () => {
  it.each(['jsforce', 'simple-oauth2'])('of %s has all figures of a row', async (name) => {
    const job: Job = { name, faults: true, options };
    const row = toRow(name, versionOf(name), true, await runJob(job, noApex, () => undefined));

    expect(row).toEqual({
      name,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      faults: true,
      presentationsPerRotation: expect.any(Number),
      familiesRevoked: expect.any(Number),
      lost: 2,
      recoveredAlone: expect.any(Number),
      reauthorizations: expect.any(Number)
    });
    expect(row.presentationsPerRotation).toBeGreaterThanOrEqual(1);
    // A strict provider forgives no processed answer that was lost, so at least one person had to come.
    expect(row.reauthorizations).toBeGreaterThanOrEqual(1);
  });

  it('counts what the server saw, whatever the library says', async () => {
    const chapters = planRounds({ ...options, rounds: 3, workers: 1, lostShare: 0 });
    const ticks: number[] = [];
    const measured = await runLibrary(liar, chapters, { instances: 1, seed: 1, tick: () => ticks.push(1) });

    expect(measured.counts).toEqual({
      presentations: 6,
      rotations: 3,
      familiesRevoked: 3,
      lost: 0,
      recoveredAlone: 0,
      reauthorizations: 3
    });
    expect(measured.served).toBe(0);
    expect(ticks).toHaveLength(3);
  });

  it('knows the version of everybody in the report', () => {
    expect(NAMES.map((name) => [name, versionOf(name)])).toContainEqual(['cache-lock recipe in Apex', 'none']);
    expect(NAMES).toHaveLength(7);
  });
});
