import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { hostOf, txOf } from '../../platform/host';
import { timeZoneValue } from '../system/timezone';

function lastName(rt: Runtime): string {
  return txOf(rt).user.name.split(' ').slice(-1)[0] ?? '';
}

export const userInfo = implement('System.UserInfo', {
  'getUserId()': (rt) => txOf(rt).user.id,
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
