import { implement } from '../../../contracts/library';
import type { Runtime } from '../../../contracts/runtime';
import { throwApex } from '../../../runtime/exceptions';
import { ApexId } from '../../../runtime/id';
import { UnsupportedCall } from '../../../runtime/unsupported';
import { instanceMethods, staticMethods } from '../nulls';

/** With `restoreCasing`, an 18-character id whose letters changed case is accepted and restored. */
function restored(text: string, restore: boolean): ApexId {
  if (restore && text.length !== 18) throwApex('System.StringException', `Invalid id: ${text}`);
  return ApexId.parse(text);
}

/** The tables of a local org know a key prefix once the object has been used. */
function sobjectType(rt: Runtime, id: ApexId): object {
  const object = rt.org.schema.projectObjects().find((candidate) => candidate.keyPrefix === id.keyPrefix);
  if (!object) throw new UnsupportedCall('Id', `getSobjectType() for the key prefix ${id.keyPrefix}`);
  return rt.data.sobjectType(rt, object.name);
}

export const ids = implement('Id', {
  ...staticMethods({
    'valueOf(String)': (_rt, text: string) => ApexId.parse(text),
    'valueOf(String,Boolean)': (_rt, text: string, restore: boolean) => restored(text, restore)
  }),
  ...instanceMethods({
    'getSobjectType()': sobjectType,
    'to15()': (_rt, id: ApexId) => id.value15
  }),
  'equals(String)': (rt, id: ApexId, other: unknown) => other !== null && id.equalTo(rt, other)
});
