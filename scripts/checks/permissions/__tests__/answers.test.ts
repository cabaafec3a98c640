import { assignPermissionSet } from '../../../local-org/platform/security/seed';
import { compileWorld } from '../../../simulation/world/program';
import { World } from '../../../simulation/world/world';
import { answerOf, entryPoints } from '../entry-points';

const world = new World(compileWorld(['SetupConnections']), { seed: 1 });
const uid = world.connect({ developerName: 'erp' });
const points = entryPoints(world);
/** What an observer may see besides what the platform may cache. */
const OPEN_TO_OBSERVERS = new Set(['PauseController.status', 'SweepController.status']);
const NEEDS_ADMIN = /permission set Tokenward Admin/;
const NEEDS_MORE = /permission set Tokenward (Admin|Observer)/;

function user(alias: string, ...sets: readonly string[]) {
  const found = world.org.user((candidate) => candidate.alias === alias, alias);
  for (const name of sets) assignPermissionSet(world.org.data, found.id, name);
  return found;
}

/** All that a refused call must leave as it was. */
function state(): string {
  const { store } = world.org.data;
  const rows = store
    .objects()
    .flatMap((object) => (object.startsWith('tokenward__') ? [...store.table(object).entries()] : []));
  return JSON.stringify([rows, world.org.jobs.waiting().length, world.server.journal.entries().length]);
}

test('the table knows the methods of the package', () => {
  expect(points.length).toBeGreaterThanOrEqual(30);
  expect(points.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ConnectionsController.rotateNow', 'KeyController.renew', 'ReadinessController.warnings'])
  );
});

describe.each(points.map((point) => [point.name, point] as const))('%s', (name, point) => {
  test.each([
    ['nothing', user('nobody')],
    ['the permission to use connections', user('integ', 'Tokenward_User')]
  ])('tells who holds %s which permission set to get, and changes nothing', (_what, person) => {
    const before = state();
    expect(answerOf(world, point, uid, person)).toEqual({ kind: 'told', text: expect.stringMatching(NEEDS_MORE) });
    expect(state()).toBe(before);
  });

  test('lets an observer look, and change nothing', () => {
    const before = state();
    const answer = answerOf(world, point, uid, user('observer', 'Tokenward_Observer'));
    const isOpen = point.reads || OPEN_TO_OBSERVERS.has(name);
    const isClear = answer.kind === 'told' && NEEDS_ADMIN.test(answer.text);
    expect({ kind: answer.kind, isClear }).toEqual({ kind: isOpen ? 'value' : 'told', isClear: !isOpen });
    expect(state()).toBe(before);
  });
});
