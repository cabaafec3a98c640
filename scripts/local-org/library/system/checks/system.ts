import { implement } from '../../../contracts/library';
import { ApexDatetime } from '../../../runtime/datetime';
import { equalValues, hashCode } from '../../../runtime/equality';
import { today } from '../time/dates';
import { VersionValue } from '../version';

export const systemMethods = [
  ...implement('System.System', {
    'currentTimeMillis()': (rt) => BigInt(rt.org.clock.now()),
    'equals(Object,Object)': equalValues,
    'hashCode(Object)': hashCode,
    'now()': (rt) => new ApexDatetime(rt.org.clock.now()),
    'today()': today
  }),
  ...implement(
    'System.System',
    { 'requestVersion()': () => new VersionValue(1, 0, undefined) },
    { fidelity: 'approximate', note: 'Always 1.0: code runs at its own version.' }
  )
];
