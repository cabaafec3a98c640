import { implement } from '../../../contracts/library';
import { ApexDatetime } from '../../../runtime/datetime';
import { equalValues, hashCode } from '../../../runtime/equality';
import { textOf } from '../../../runtime/text';
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
    {
      // The text is made, since a toString() of the program may run and fail.
      'debug(Object)': (rt, value: unknown) => {
        textOf(rt, value);
      },
      'debug(Object,Object)': (rt, _level: unknown, value: unknown) => {
        textOf(rt, value);
      }
    },
    { fidelity: 'approximate', note: 'There is no debug log; what is logged is evaluated and dropped.' }
  ),
  ...implement(
    'System.System',
    { 'requestVersion()': () => new VersionValue(1, 0, undefined) },
    { fidelity: 'approximate', note: 'Always 1.0: code runs at its own version.' }
  )
];
