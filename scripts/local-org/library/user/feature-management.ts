import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { hostOf, txOf } from '../../platform/host';

/** A bare name means the permission of the asking code's own namespace, and none of any other. */
function checkPermission(rt: Runtime, name: string): boolean {
  const { org } = hostOf(rt);
  const tx = txOf(rt);
  const namespace = org.code.namespace();
  const isFull = namespace === '' || name.includes('__');
  return org.data.access(tx.session, tx.user).customPermission(isFull ? name : `${namespace}__${name}`);
}

export const featureManagement = implement(
  'System.FeatureManagement',
  { 'checkPermission(String)': checkPermission },
  { fidelity: 'approximate', note: 'A name with the prefix of another package is looked up as it stands: a guess.' }
);
