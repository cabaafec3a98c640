import { DateTime, IANAZone } from 'luxon';
import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import type { ApexDatetime } from '../../../runtime/datetime';
import { instanceMethods, staticMethods } from '../nulls';
import { TimeZoneValue, timeZoneValue } from '../timezone';

/** The zone of whoever runs the code. */
export function userZone(rt: Runtime): string {
  return rt.tx.user.timeZone;
}

/** As Java resolves zone ids: what it does not know is GMT. */
export function knownZone(id: string): string {
  const gmt = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(id);
  if (gmt) return `UTC${gmt[1]}${gmt[2]}${gmt[3] ? `:${gmt[3]}` : ''}`;
  return IANAZone.isValidZone(id) ? id : 'UTC';
}

function displayName(rt: Runtime, zone: TimeZoneValue): string {
  const at = DateTime.fromMillis(rt.org.clock.now(), { zone: knownZone(zone.id), locale: 'en-US' });
  return `(GMT${at.toFormat('ZZ')}) ${at.offsetNameLong ?? zone.id} (${zone.id})`;
}

export const timeZones = [
  ...implement('System.TimeZone', {
    ...staticMethods({
      'getTimeZone(String)': (_rt, id: string) => timeZoneValue(knownZone(id) === 'UTC' && id !== 'UTC' ? 'GMT' : id)
    }),
    ...instanceMethods({
      'getID()': (_rt, zone: TimeZoneValue) => zone.id,
      'toString()': (_rt, zone: TimeZoneValue) => zone.id,
      'getOffset(Datetime)': (_rt, zone: TimeZoneValue, at: ApexDatetime) =>
        at.inZone(knownZone(zone.id)).offset * 60_000
    })
  }),
  ...implement('System.TimeZone', instanceMethods({ 'getDisplayName()': displayName }), {
    fidelity: 'approximate',
    note: 'Zone names come from the machine’s CLDR data.'
  })
];
