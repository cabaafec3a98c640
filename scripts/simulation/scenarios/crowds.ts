import type { Injection } from '../faults/injection';
import { PLAIN } from '../world/base';
import { event, faultScenario, inApex, state, thrown } from './builders';
import { planOf, workersOf } from './draw';
import type { Expectation } from './expectations';
import { all, each, endsIn, honest, noneRevoked, presentedOnce, renewed, renewedOnce } from './expectations';
import type { Scenario } from './scenario';

const THREE_WAYS = ['evict the cache', 'no capacity', 'throws'] as const;

function brokenCache(way: (typeof THREE_WAYS)[number]): readonly Injection[] {
  const failure = thrown('Cache.Org.OrgCacheException');
  switch (way) {
    case 'evict the cache':
      return [event('F22', 'evict the cache'), event('F22', 'evict the cache')];
    case 'no capacity':
      return [state('F22', 'cache of no capacity')];
    case 'throws':
      return [
        inApex('F22', { point: 'cache.get' }, failure, 'every'),
        inApex('F22', { point: 'cache.put' }, failure, 'every')
      ];
  }
}

/** Nothing goes wrong but the order of things. `interleaving` is what the exhaustive explorations go through. */
export const INTERLEAVING: Scenario = {
  name: 'interleaving',
  title: 'requests of all kinds for one connection: one presentation',
  fault: undefined,
  shape: PLAIN,
  plan: (draw, workers) => ({ ...planOf(draw, workersOf(draw, workers), []), anyTime: false }),
  expect: all(renewed, renewedOnce, presentedOnce, noneRevoked)
};

const spread: Expectation = (ended) => {
  const times = new Set(ended.connections.map(({ dueAt }) => dueAt));
  return times.size > ended.connections.length / 2 ? undefined : 'the connections fall due together again.';
};

/** Several at once, and knowledge that is out of date. */
export const CROWDS: readonly Scenario[] = [
  INTERLEAVING,
  {
    ...INTERLEAVING,
    name: 'f09',
    title: 'the same request twice: one job',
    fault: 'F09',
    plan: (draw, workers) => {
      const twice = workersOf(draw, Math.max(1, workers >> 1)).flatMap((worker) => [worker, worker]);
      return { ...planOf(draw, twice, []), anyTime: false };
    }
  },
  {
    ...INTERLEAVING,
    name: 'f10',
    title: 'fifty and more workers at once: one presentation',
    fault: 'F10',
    plan: (draw, workers) => ({
      ...planOf(draw, workersOf(draw, Math.max(workers, draw.whole(10, 50))), []),
      anyTime: false
    })
  },
  {
    ...INTERLEAVING,
    name: 'f11',
    title: 'readers of long ago: they adopt what is newer',
    fault: 'F11',
    plan: (draw, workers) => {
      const late = workersOf(draw, workers + 1).map((worker) => ({ ...worker, behind: draw.whole(0, 1) }));
      return { ...planOf(draw, late, []), anyTime: false };
    }
  },
  {
    ...INTERLEAVING,
    name: 'f41',
    title: 'everything falls due at once: it does not a second time',
    fault: 'F41',
    shape: { ...PLAIN, connections: 8 },
    plan: (draw, workers) => ({ ...planOf(draw, workersOf(draw, Math.min(workers, 2), 8), []), anyTime: false }),
    expect: all(renewed, presentedOnce, noneRevoked, spread)
  },
  faultScenario({
    title: 'the cache is evicted, has no capacity, or throws: slower, and as safe',
    fault: 'F22',
    inject: (draw) => brokenCache(draw.pick(THREE_WAYS)),
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'the row is locked for longer than others wait',
    fault: 'F24',
    inject: (draw) => [event('F24', 'hold the row', draw.whole(3, 30) * 1000)],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  faultScenario({
    title: 'somebody changes the label: the pair is not lost to it',
    fault: 'F25',
    inject: () => [event('F25', 'relabel'), event('F25', 'relabel')],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  }),
  {
    ...faultScenario({
      title: 'the mirror cannot be written: the rotation is not its prisoner',
      fault: 'F03',
      inject: () => [
        inApex(
          'F03',
          { point: 'dml.before', operation: 'update', subject: 'Connection__c' },
          thrown('System.DmlException'),
          'every'
        )
      ],
      expect: all(
        endsIn('Idle', 'Dead'),
        honest,
        noneRevoked,
        each(({ events }) => (events.includes('Mirror') ? undefined : 'has no event about its mirror.'))
      )
    }),
    name: 'mirror'
  },
  faultScenario({
    title: 'no asynchronous job is to be had: tried again when there is',
    fault: 'F30',
    inject: () => [state('F30', 'jobs are used up')],
    expect: all(renewed, presentedOnce, noneRevoked)
  }),
  faultScenario({
    title: 'the caller has written before it sends',
    fault: 'F37',
    inject: () => [event('F37', 'write, then send'), event('F37', 'write, then send')],
    expect: all(endsIn('Idle', 'Dead'), honest, noneRevoked)
  })
];
