import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { typeRef } from '../../contracts/type-ref';
import { hostOf } from '../../platform/host';
import { ApexMap } from '../../runtime/map';
import { PlatformObject } from '../../runtime/object';

class OrgLimitValue extends PlatformObject {
  readonly apexType = typeRef('System.OrgLimit');
  constructor(
    readonly name: string,
    readonly value: number,
    readonly limit: number
  ) {
    super();
  }
}

function orgLimits(rt: Runtime): ApexMap {
  const { org } = hostOf(rt);
  const map = new ApexMap(typeRef('String'), typeRef('System.OrgLimit'));
  map.put(
    rt,
    'DailyAsyncApexExecutions',
    new OrgLimitValue('DailyAsyncApexExecutions', org.asyncExecutions, org.asyncExecutionLimit)
  );
  return map;
}

export const orgLimitsMap = implement(
  'System.OrgLimits',
  { 'getMap()': orgLimits },
  {
    fidelity: 'approximate',
    note: 'Holds DailyAsyncApexExecutions only; executions are counted since the org started.'
  }
);

export const orgLimit = implement('System.OrgLimit', {
  'getName()': (_rt, self: OrgLimitValue) => self.name,
  'getValue()': (_rt, self: OrgLimitValue) => self.value,
  'getLimit()': (_rt, self: OrgLimitValue) => self.limit
});
