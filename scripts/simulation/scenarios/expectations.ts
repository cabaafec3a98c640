import type { Ended, EndedConnection } from './ended';

export type Expectation = (ended: Ended) => string | undefined;

/** All must hold; the first that does not speaks. */
export function all(...expectations: readonly Expectation[]): Expectation {
  return (ended) => {
    for (const expectation of expectations) {
      const text = expectation(ended);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

export function each(judge: (connection: EndedConnection, ended: Ended) => string | undefined): Expectation {
  return (ended) => {
    for (const connection of ended.connections) {
      const text = judge(connection, ended);
      if (text !== undefined) return `${connection.name} ${text}`;
    }
    return undefined;
  };
}

/** Ends in one of these states. */
export const endsIn = (...states: readonly string[]): Expectation =>
  each(({ state, reason }) =>
    states.includes(state) ? undefined : `ends ${state} (${reason}) instead of ${states.join(' or ')}.`
  );

/** At rest with a newer token that the provider accepts. */
export const renewed: Expectation = each(({ state, reason, generation, began, grantLives }) => {
  if (state !== 'Idle') return `ends ${state} (${reason}) instead of Idle.`;
  if (generation <= began) return 'has not been renewed.';
  return grantLives ? undefined : 'is Idle with a token that the provider does not accept.';
});

/** Whatever the end is called, it is true: Idle with a living token, or a state that says that the grant is gone. */
export const honest: Expectation = each(({ state, reason, grantLives }) => {
  if (state === 'Idle' && !grantLives) return 'is Idle with a token that the provider does not accept.';
  if (state === 'Dead' && grantLives) return `is called dead (${reason}), but its token lives.`;
  return undefined;
});

/** Where the provider cannot be asked, a lost answer may cost a grant; what is called dead has to be. */
export const honestUnlessBlind: Expectation = each(({ state, reason, grantLives, presentations }) =>
  state === 'Dead' && grantLives && presentations < 2 ? `is called dead (${reason}), but its token lives.` : undefined
);

/** One rotation, whatever the number and the age of the requests. */
export const renewedOnce: Expectation = each(({ generation, began }) =>
  generation === began + 1 ? undefined : `went through ${generation - began} rotations instead of one.`
);

/** Whoever is told to come back later does not come back at once. */
export const notSoonerThan = (milliseconds: number): Expectation =>
  each(({ presentedAt }) => {
    const shortest = Math.min(...presentedAt.slice(1).map((at, i) => at - (presentedAt[i] ?? 0)));
    return shortest >= milliseconds ? undefined : `was presented again after ${shortest} ms.`;
  });

/** One presentation for each connection, whatever the number of requests. */
export const presentedOnce: Expectation = each(({ presentations, generation, began }) =>
  presentations === generation - began
    ? undefined
    : `took ${presentations} presentations for ${generation - began} rotation(s).`
);

export const neverPresented: Expectation = each(({ presentations }) =>
  presentations === 0 ? undefined : `was presented ${presentations} time(s).`
);

/** No more presentations than rotations, but for the one after which a grant is dead. */
export const nothingTwice: Expectation = each(({ presentations, generation, began, state }) => {
  const allowed = generation - began + (state === 'Dead' ? 1 : 0);
  return presentations <= allowed ? undefined : `was presented ${presentations} times, where ${allowed} would do.`;
});

export const noneRevoked: Expectation = ({ familiesReused }) =>
  familiesReused === 0 ? undefined : `${familiesReused} grant(s) were revoked because a spent token was presented.`;

export const eventTold = (kind: string): Expectation =>
  each(({ events, state }) =>
    state !== kind || events.includes(kind) ? undefined : `has no event that says ${kind}.`
  );

/** Nothing was presented by a transaction that could not have saved the answer. */
export const nothingUnsavable: Expectation = ({ presentedReadOnly }) =>
  presentedReadOnly === 0 ? undefined : `${presentedReadOnly} presentation(s) whose answer could not be saved.`;

/** Nothing was presented by a transaction that began after an admin had paused. */
export const nothingWhilePaused: Expectation = ({ presentedPaused }) =>
  presentedPaused === 0 ? undefined : `${presentedPaused} presentation(s) although an admin had paused.`;

/** Nobody but this side held those grants: none may live on. */
export const noGrantLeft: Expectation = ({ familiesAlive }) =>
  familiesAlive === 0 ? undefined : `${familiesAlive} grant(s) live on that nobody holds.`;

export const shredded: Expectation = each(({ sealed }) => (sealed === '' ? undefined : 'still holds what was copied.'));
