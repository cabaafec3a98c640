import { summarise, toJUnit } from '../report';
import type { TestResult } from '../report';

const RESULTS: readonly TestResult[] = [
  { name: 'ns.OddTest.fails', outcome: 'failed', ms: 12, message: 'Expected: "1" & <none>\nline 3' },
  { name: 'EvenTest.passes', outcome: 'passed', ms: 1500 },
  { name: 'EvenTest.lacks', outcome: 'unsupported', ms: 0, message: 'not supported' }
];

test('results are counted by outcome', () => {
  const { passed, failed, unsupported } = summarise(RESULTS, { lines: 1, classes: [] }, 1600);
  expect([passed, failed, unsupported]).toEqual([1, 1, 1]);
});

test('JUnit gets failures and errors apart, and escaped text', () => {
  const xml = toJUnit(summarise(RESULTS, { lines: 1, classes: [] }, 1600)).split('\n');
  expect(xml[2]).toBe('  <testsuite name="Apex" tests="3" failures="1" errors="1" time="1.600">');
  expect(xml.slice(3, 7)).toEqual([
    '    <testcase classname="ns.OddTest" name="fails" time="0.012">',
    '      <failure message="Expected: &quot;1&quot; &amp; &lt;none&gt;&#10;line 3"/>',
    '    </testcase>',
    '    <testcase classname="EvenTest" name="passes" time="1.500"/>'
  ]);
  expect(xml[8]).toBe('      <error message="not supported"/>');
});
