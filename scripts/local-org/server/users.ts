import type { ConsoleUser } from './backend';
import { Refusal } from './refusal';

const COOKIE = 'tokenward_user';

/** The user a request runs as: the one its cookie names, or the first. */
export function runningUser(users: readonly ConsoleUser[], cookies: string | undefined): ConsoleUser {
  const id = cookieValue(cookies);
  const user = id === undefined ? users[0] : users.find((one) => one.id === id);
  if (user) return user;
  throw new Refusal(401, 'UnknownUser', 'This page runs as a user the org does not have. Reload the page.');
}

/** As above, for a page: a cookie from an earlier start must not lock anybody out. */
export function visitor(users: readonly ConsoleUser[], cookies: string | undefined): ConsoleUser {
  const id = cookieValue(cookies);
  const user = users.find((one) => one.id === id) ?? users[0];
  if (user) return user;
  throw new Refusal(503, 'NoUsers', 'The org has no users, so nobody can open its console. Seed one.');
}

/** The header that makes later requests run as a user. */
export function userCookie(users: readonly ConsoleUser[], id: unknown): string {
  const user = users.find((one) => one.id === id);
  if (!user)
    throw new Refusal(400, 'UnknownUser', 'The org does not have the chosen user. Reload the page and choose again.');
  return `${COOKIE}=${encodeURIComponent(user.id)}; Path=/; HttpOnly; SameSite=Strict`;
}

function cookieValue(cookies: string | undefined): string | undefined {
  for (const part of cookies?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE && value !== undefined) return value;
  }
  return undefined;
}
