import { implement } from '../../contracts/library';
import type { PlainImplementation } from '../../contracts/library';
import { typeRef } from '../../contracts/type-ref';
import type { ApexDecimal } from '../../runtime/decimal';
import { ApexDouble } from '../../runtime/double';
import { throwApex } from '../../runtime/exceptions';
import { PlatformObject } from '../../runtime/object';
import { instanceMethods, staticMethods } from './nulls';

class LocationValue extends PlatformObject {
  readonly apexType = typeRef('System.Location');
  constructor(
    readonly latitude: number,
    readonly longitude: number
  ) {
    super();
  }
}

/** Mean radius of the earth, by the unit that the code asks for. */
const RADIUS: Readonly<Record<string, number>> = { mi: 3958.7613, km: 6371.0088 };

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The haversine formula, as the platform documents it. */
function distance(from: LocationValue, to: LocationValue, unit: string): ApexDouble {
  const radius = RADIUS[unit.toLowerCase()];
  if (radius === undefined) throwApex('System.IllegalArgumentException', `Unsupported unit: ${unit}. Use mi or km.`);
  const latitude = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const longitude = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = latitude + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitude;
  return new ApexDouble(2 * radius * Math.asin(Math.sqrt(chord)));
}

const latitude: PlainImplementation = (_rt, self: LocationValue) => new ApexDouble(self.latitude);
const longitude: PlainImplementation = (_rt, self: LocationValue) => new ApexDouble(self.longitude);

export const locations = [
  ...implement('System.Location', {
    ...staticMethods({
      'newInstance(Decimal,Decimal)': (_rt, north: ApexDecimal, east: ApexDecimal) =>
        new LocationValue(north.toNumber(), east.toNumber())
    }),
    ...instanceMethods({
      'getLatitude()': latitude,
      'getLongitude()': longitude,
      latitude,
      longitude
    })
  }),
  ...implement(
    'System.Location',
    {
      ...staticMethods({
        'getDistance(System.Location,System.Location,String)': (
          _rt,
          from: LocationValue,
          to: LocationValue,
          unit: string
        ) => distance(from, to, unit)
      }),
      ...instanceMethods({
        'getDistance(System.Location,String)': (_rt, self: LocationValue, to: LocationValue, unit: string) =>
          distance(self, to, unit)
      })
    },
    { fidelity: 'approximate', note: 'By the haversine formula; the radius that the platform takes is not documented.' }
  )
];
