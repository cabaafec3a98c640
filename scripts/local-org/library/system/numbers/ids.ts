import { implement } from '../../../contracts/library';
import { throwApex } from '../../../runtime/exceptions';
import { ApexId } from '../../../runtime/id';
import { instanceMethods, staticMethods } from '../nulls';

/** With `restoreCasing`, an 18-character id whose letters changed case is accepted and restored. */
function restored(text: string, restore: boolean): ApexId {
  if (restore && text.length !== 18) throwApex('System.StringException', `Invalid id: ${text}`);
  return ApexId.parse(text);
}

export const ids = implement('Id', {
  ...staticMethods({
    'valueOf(String)': (_rt, text: string) => ApexId.parse(text),
    'valueOf(String,Boolean)': (_rt, text: string, restore: boolean) => restored(text, restore)
  }),
  ...instanceMethods({
    'to15()': (_rt, id: ApexId) => id.value15
  }),
  'equals(String)': (rt, id: ApexId, other: unknown) => other !== null && id.equalTo(rt, other)
});
