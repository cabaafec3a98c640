import type { PresentationEntry } from '../../../authorization-server';
import { addCounts, countChapter } from '../counts';
import { toRow } from '../row';

let sequence = 0;

function entry(outcome: PresentationEntry['outcome'], family: string, fault: 'reset' | null = null): PresentationEntry {
  sequence += 1;
  return {
    kind: 'presentation',
    grantType: outcome === 'issued' ? 'authorization_code' : 'refresh_token',
    sequence,
    arrival: sequence,
    at: sequence,
    clientId: 'client',
    generation: 1,
    digest: 'digest',
    error: null,
    description: null,
    outcome,
    family,
    fault
  };
}

describe('counting a chapter', () => {
  it('takes every presentation, and only rotations as rotations', () => {
    const counts = countChapter([entry('contended', 'A'), entry('issued', 'A'), entry('rotated', 'A')]);

    expect(counts).toMatchObject({ presentations: 2, rotations: 1, lost: 0 });
  });

  it('counts a revoked family once, however often its tokens come back', () => {
    const counts = countChapter([entry('reused', 'B'), entry('reused', 'A'), entry('reused', 'A')]);

    expect(counts.familiesRevoked).toBe(2);
  });

  it('takes the first authorization for granted and every further one for work', () => {
    const counts = countChapter([entry('issued', 'A'), entry('issued', 'B'), entry('issued', 'C')]);

    expect(counts.reauthorizations).toBe(2);
  });

  it('calls a loss recovered only if the same grant rotated afterwards', () => {
    const entries = [
      entry('rotated', 'B', 'reset'),
      entry('unprocessed', 'A', 'reset'),
      entry('rotated', 'A'),
      entry('reused', 'B'),
      entry('rotated', 'C')
    ];

    expect(countChapter(entries)).toMatchObject({ lost: 2, recoveredAlone: 1 });
  });

  it('adds up chapters', () => {
    const one = countChapter([entry('reused', 'A', 'reset'), entry('rotated', 'A')]);

    expect(addCounts([one, one])).toMatchObject({ presentations: 4, rotations: 2, familiesRevoked: 2, lost: 2 });
  });
});

describe('a row of the report', () => {
  it('refuses figures of somebody who never got a token', () => {
    const counts = countChapter([entry('denied', 'A'), entry('denied', 'A')]);

    expect(() => toRow('peer', '1.0.0', false, { counts, served: 0 })).toThrow('peer never rotated in 2 presentations');
  });
});
