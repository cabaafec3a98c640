import { DataSession } from '../data-session';
import { indexKey } from '../keys';
import { OrgStore } from '../store';

const store = (): OrgStore => new OrgStore(indexKey);

describe('a session on the store', () => {
  test('shows its own changes to nobody else until it commits', () => {
    const shared = store();
    const [mine, other] = [new DataSession(shared, 1), new DataSession(shared, 2)];
    mine.put('Box', 'b', { Name: 'new' });
    expect([mine.get('Box', 'b'), other.get('Box', 'b')]).toEqual([{ Name: 'new' }, undefined]);
    mine.commit();
    expect(other.get('Box', 'b')).toEqual({ Name: 'new' });
  });

  test('sees what others commit while it runs', () => {
    const shared = store();
    const [mine, other] = [new DataSession(shared, 1), new DataSession(shared, 2)];
    expect(mine.find('Box', 'Name', 'late')).toEqual([]);
    other.put('Box', 'b', { Name: 'Late' });
    other.commit();
    expect(mine.find('Box', 'Name', 'late')).toEqual([{ Name: 'Late' }]);
  });

  test('finds rows by their changed value only', () => {
    const session = new DataSession(store(), 1);
    session.put('Box', 'b', { Name: 'old' });
    session.commit();
    session.put('Box', 'b', { Name: 'new' });
    session.put('Box', 'c', { Name: 'old' });
    expect(session.find('Box', 'Name', 'old')).toEqual([{ Name: 'old' }]);
    expect(session.find('Box', 'Name', 'NEW')).toEqual([{ Name: 'new' }]);
  });

  test('lists committed and own rows in the order of their ids, without removed ones', () => {
    const session = new DataSession(store(), 1);
    for (const id of ['b', 'd', 'e']) session.put('Box', id, { id });
    session.commit();
    for (const id of ['c', 'a', 'f']) session.put('Box', id, { id });
    session.remove('Box', 'd');
    expect(session.rows('Box').map((row) => row['id'])).toEqual(['a', 'b', 'c', 'e', 'f']);
  });

  test('goes back to a savepoint, and drops later savepoints', () => {
    const session = new DataSession(store(), 1);
    session.put('Box', 'a', { v: 1 });
    const first = session.savepoint();
    session.put('Box', 'a', { v: 2 });
    const second = session.savepoint();
    session.remove('Box', 'a');
    session.rollbackTo(first);
    expect(session.get('Box', 'a')).toEqual({ v: 1 });
    expect([session.isActive(first), session.isActive(second)]).toEqual([true, false]);
    expect(() => session.rollbackTo(second)).toThrow('no longer active');
  });

  test('forgets all changes and locks on rollback', () => {
    const shared = store();
    const session = new DataSession(shared, 1);
    session.put('Box', 'a', { v: 1 });
    session.tryLock(['a']);
    session.rollback();
    expect(session.get('Box', 'a')).toBeUndefined();
    expect(new DataSession(shared, 2).tryLock(['a'])).toBeUndefined();
  });
});

describe('row locks', () => {
  test('are taken all or none', () => {
    const shared = store();
    const [first, second, third] = [new DataSession(shared, 1), new DataSession(shared, 2), new DataSession(shared, 3)];
    first.tryLock(['b']);
    expect(second.tryLock(['a', 'b'])).toBe(1);
    expect(third.tryLock(['a'])).toBeUndefined();
  });

  test('are free after a callout released them', () => {
    const shared = store();
    const [first, second] = [new DataSession(shared, 1), new DataSession(shared, 2)];
    first.tryLock(['a']);
    expect(first.holdsLocks).toBe(true);
    first.releaseLocks();
    expect([first.holdsLocks, second.tryLock(['a'])]).toEqual([false, undefined]);
  });
});

describe('a snapshot of the store', () => {
  const write = (shared: OrgStore, id: string, name: string): void => {
    const session = new DataSession(shared, 9);
    session.put('Box', id, { Name: name });
    session.commit();
  };
  const names = (shared: OrgStore): unknown[] => new DataSession(shared, 8).rows('Box').map((row) => row['Name']);

  test('brings back rows, counters and free locks, again and again', () => {
    const shared = store();
    write(shared, 'a', 'one');
    const before = shared.snapshot();
    for (const name of ['two', 'three']) {
      write(shared, 'a', name);
      write(shared, 'b', name);
      expect(shared.next('a00')).toBe(1);
      new DataSession(shared, 7).tryLock(['a']);
      shared.restore(before);
      expect(names(shared)).toEqual(['one']);
      expect(new DataSession(shared, 6).find('Box', 'Name', name)).toEqual([]);
      expect(new DataSession(shared, 5).tryLock(['a'])).toBeUndefined();
      shared.locks.clear();
    }
  });

  test('is over once an earlier one was restored', () => {
    const shared = store();
    const early = shared.snapshot();
    write(shared, 'a', 'one');
    const late = shared.snapshot();
    shared.restore(early);
    expect(() => shared.restore(late)).toThrow('This snapshot is over');
  });
});
