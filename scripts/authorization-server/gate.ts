import { allowsAddress } from './clients';
import { AUTHENTICATION_FAILURE, type Denial, IP_RESTRICTED, ORGANIZATION_INACTIVE, USER_INACTIVE } from './denials';
import type { Client, Organization, ServerContext, User } from './state';

/** Circumstances that bar a grant without harming it: once they are mended, the same token works. */
export function barrier(context: ServerContext, client: Client, username: string, address: string): Denial | null {
  const { organization, users } = context.state;
  return standing(organization, users.get(username)) ?? (allowsAddress(client, address) ? null : IP_RESTRICTED);
}

/** Whether organization and user may authorize anything at all. */
export function standing(organization: Organization, user: User | undefined): Denial | null {
  if (organization.status !== 'active') return ORGANIZATION_INACTIVE;
  if (user?.status === 'active') return null;
  return user?.status === 'frozen' ? USER_INACTIVE : AUTHENTICATION_FAILURE;
}
