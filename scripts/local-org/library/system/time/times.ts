import { implement } from '../../../contracts/library';
import { ApexTime } from '../../../runtime/time';
import { instanceMethods, staticMethods } from '../nulls';

export const times = implement('Time', {
  ...staticMethods({
    'newInstance(Integer,Integer,Integer,Integer)': (_rt, hour: number, minute: number, second: number, ms: number) =>
      ApexTime.of(hour, minute, second, ms)
  }),
  ...instanceMethods({
    'addHours(Integer)': (_rt, time: ApexTime, hours: number) => time.add(hours * 3_600_000),
    'addMinutes(Integer)': (_rt, time: ApexTime, minutes: number) => time.add(minutes * 60_000),
    'addSeconds(Integer)': (_rt, time: ApexTime, seconds: number) => time.add(seconds * 1000),
    'addMilliseconds(Integer)': (_rt, time: ApexTime, milliseconds: number) => time.add(milliseconds),
    'hour()': (_rt, time: ApexTime) => time.hour,
    'minute()': (_rt, time: ApexTime) => time.minute,
    'second()': (_rt, time: ApexTime) => time.second,
    'millisecond()': (_rt, time: ApexTime) => time.millisecond
  })
});
