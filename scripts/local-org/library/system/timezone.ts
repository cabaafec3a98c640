import { typeRef } from '../../contracts/type-ref';
import { PlatformObject } from '../../runtime/object';

export class TimeZoneValue extends PlatformObject {
  readonly apexType = typeRef('System.TimeZone');
  constructor(readonly id: string) {
    super();
  }

  override toApexText(): string {
    return this.id;
  }
}

/** By IANA id, as UserInfo.getTimeZone() gives it. */
export function timeZoneValue(id: string): TimeZoneValue {
  return new TimeZoneValue(id);
}
