import { implement } from '../../contracts/library';
import { txOf } from '../../platform/host';
import { platformEnumValue } from '../../runtime/enum';

export const systemState = implement('System.System', {
  'getApplicationReadWriteMode()': (rt) =>
    platformEnumValue('System.ApplicationReadWriteMode', txOf(rt).readOnly ? 'READ_ONLY' : 'DEFAULT')
});
