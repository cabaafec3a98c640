import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { platformTx } from '../../platform/current';
import { hostOf, txOf } from '../../platform/host';
import { asDataSession } from '../../platform/store/database';
import { ApexId } from '../../runtime/id';
import { timeZoneValue } from '../system/timezone';

function lastName(rt: Runtime): string {
  return txOf(rt).user.name.split(' ').slice(-1)[0] ?? '';
}

/** A field of the user's own row, as the transaction sees it. */
function userField(rt: Runtime, field: string): string | null {
  const { session, user } = platformTx(rt);
  const value = asDataSession(session).get('User', user.id)?.[field];
  return value instanceof ApexId ? value.value : null;
}

export const userInfo = implement('System.UserInfo', {
  'getUserId()': (rt) => txOf(rt).user.id,
  'getProfileId()': (rt) => userField(rt, 'ProfileId'),
  'getUserRoleId()': (rt) => userField(rt, 'UserRoleId'),
  'getUserName()': (rt) => txOf(rt).user.username,
  'getUserEmail()': (rt) => txOf(rt).user.email,
  'getName()': (rt) => txOf(rt).user.name,
  'getFirstName()': (rt) => txOf(rt).user.name.split(' ').slice(0, -1).join(' ') || null,
  'getLastName()': lastName,
  'getUserType()': (rt) => txOf(rt).user.userType,
  'getLanguage()': (rt) => txOf(rt).user.language,
  'getLocale()': (rt) => txOf(rt).user.locale,
  'getTimeZone()': (rt) => timeZoneValue(txOf(rt).user.timeZone),
  'getOrganizationId()': (rt) => hostOf(rt).org.id,
  'getOrganizationName()': () => 'Local org',
  'isMultiCurrencyOrganization()': () => false,
  'getDefaultCurrency()': () => 'EUR'
});

/** There are no sites here: code always runs outside of them. */
export const networks = implement('System.Network', { 'getNetworkId()': () => null });

export const themes = implement(
  'System.UserInfo',
  { 'getUiTheme()': () => 'Theme4d', 'getUiThemeDisplayed()': () => 'Theme4d' },
  { fidelity: 'approximate', note: 'Lightning Experience, whoever asks and from where.' }
);
