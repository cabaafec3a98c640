import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { hostOf, txOf } from '../../platform/host';

/**
 * Custom permissions are named with or without the prefix of their package. Which namespace the asking code is in does
 * not reach the library, so a bare name means the permission of any package of the org.
 */
function checkPermission(rt: Runtime, name: string): boolean {
  const { org } = hostOf(rt);
  const tx = txOf(rt);
  const access = org.data.access(tx.session, tx.user);
  const prefixes = org.data.projects.map(({ namespace }) => namespace).filter((namespace) => namespace !== '');
  const names = name.includes('__') ? [name] : [name, ...prefixes.map((prefix) => `${prefix}__${name}`)];
  return names.some((candidate) => access.customPermission(candidate));
}

export const featureManagement = implement(
  'System.FeatureManagement',
  { 'checkPermission(String)': checkPermission },
  { fidelity: 'approximate', note: 'A name without prefix finds the custom permission of any package of the org.' }
);
