import { simulatedProgram } from '../../world/simulated';
import { enact } from '../agree';
import { DISASTERS } from '../traces';

const whole = simulatedProgram();

describe.each(DISASTERS)('the model without a guard: $name', (disaster) => {
  test('the Apex without it shows the disaster', () => {
    const rules = enact(simulatedProgram(disaster.edit), disaster).violations.map(({ rule }) => rule);
    expect(rules).toContain(disaster.breaks);
  });

  test('the Apex with it shows none', () => {
    expect(enact(whole, disaster).violations).toEqual([]);
  });
});
