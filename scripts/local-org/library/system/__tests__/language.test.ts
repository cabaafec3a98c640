import { typeRef } from '../../../contracts/type-ref';
import { ApexException, AssertionFailure } from '../../../runtime/exceptions';
import { DoubleObject, outcome, runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { textOf } from '../../../runtime/text';
import { TypeValue } from '../../../runtime/type-value';
import { call, dec, examples, strings } from './library-call';

const rt = runtimeDouble({
  classes: [
    { name: 'tw.Shape', supertypes: [typeRef('tw.Drawable')] },
    { name: 'tw.CustodyException', superclass: 'System.Exception' }
  ],
  objects: { Account: {} }
});

describe('assertions', () => {
  examples(
    [
      [
        'System.Assert',
        'areEqual(Object,Object)',
        ['a', 'A'],
        'System.AssertException: Assertion Failed: Expected: a, Actual: A'
      ],
      [
        'System.Assert',
        'areEqual(Object,Object,String)',
        [1, null, 'why'],
        'System.AssertException: Assertion Failed: why: Expected: 1, Actual: null'
      ],
      ['System.Assert', 'areEqual(Object,Object)', [5, dec('5.0')], undefined],
      ['System.Assert', 'areEqual(Object,Object)', [strings('a', 'b'), strings('a', 'b')], undefined],
      [
        'System.Assert',
        'areNotEqual(Object,Object)',
        [2n, 2],
        'System.AssertException: Assertion Failed: Same value: 2'
      ],
      ['System.Assert', 'isTrue(Boolean,String)', [null, 'no'], 'System.AssertException: Assertion Failed: no'],
      ['System.Assert', 'isNotNull(Object)', [null], 'System.AssertException: Assertion Failed: Same value: null'],
      ['System.Assert', 'fail()', [], 'System.AssertException: Assertion Failed'],
      ['System.System', 'assert(Boolean,Object)', [false, 7], 'System.AssertException: Assertion Failed: 7'],
      ['System.System', 'assertNotEquals(Object,Object)', ['a', 'A'], undefined]
    ],
    rt
  );

  it('fail in a way that code cannot catch', () => {
    const thrown = jest.fn(() => call(rt, 'System.Assert', 'fail(String)', 'x'));

    expect(thrown).toThrow(AssertionFailure);
    expect([new AssertionFailure('x').catchable, new ApexException('System.AssertException').catchable]).toEqual([
      false,
      true
    ]);
  });
});

describe('exceptions', () => {
  const make = (key: string, ...args: unknown[]): ApexException =>
    call(rt, 'System.IllegalArgumentException', key, ...args) as ApexException;
  const ask = (exception: ApexException, key: string, ...args: unknown[]): unknown =>
    outcome(() => call(rt, 'System.Exception', key, exception, ...args));

  it('say what they were made with', () => {
    const cause = new ApexException('tw.CustodyException', 'deep');

    expect(ask(make('<init>()'), 'getMessage()')).toBe('Script-thrown exception');
    expect(ask(make('<init>(String,System.Exception)', 'm', cause), 'getCause()')).toBe(cause);
    expect(ask(make('<init>(System.Exception)', cause), 'getMessage()')).toBe('deep');
    expect([ask(cause, 'getTypeName()'), textOf(rt, cause)]).toEqual([
      'tw.CustodyException',
      'tw.CustodyException: deep'
    ]);
  });

  it('hide from Apex what an AuraHandledException tells the browser, until it is set again', () => {
    const handled = call(rt, 'System.AuraHandledException', '<init>(String)', 'for the user') as ApexException;
    const before = ask(handled, 'getMessage()');
    ask(handled, 'setMessage(String)', 'for all');

    expect([before, ask(handled, 'getMessage()')]).toEqual(['Script-thrown exception', 'for all']);
  });

  it('take a cause once', () => {
    const exception = make('<init>(String)', 'm');

    expect([
      ask(exception, 'initCause(System.Exception)', make('<init>()')),
      ask(exception, 'initCause(System.Exception)', make('<init>()'))
    ]).toEqual([undefined, 'System.IllegalArgumentException: Cause already set']);
  });

  it('report the failed rows of a DML statement', () => {
    const exception = new ApexException('System.DmlException', 'failed');
    exception.dml = [
      { index: 1, id: null, fields: ['Name'], message: 'first', statusCode: 'REQUIRED_FIELD_MISSING' },
      { index: 4, id: '001', fields: [], message: 'second', statusCode: 'UNKNOWN_EXCEPTION' }
    ];

    expect(ask(exception, 'getNumDml()')).toBe(2);
    expect([ask(exception, 'getDmlIndex(Integer)', 1), ask(exception, 'getDmlMessage(Integer)', 0)]).toEqual([
      4,
      'first'
    ]);
    expect(textOf(rt, ask(exception, 'getDmlFieldNames(Integer)', 0))).toBe('(Name)');
    expect(ask(exception, 'getDmlId(Integer)', 2)).toBe('System.ListException: List index out of bounds: 2');
  });
});

describe('types', () => {
  const forName = (name: string): unknown => call(rt, 'System.Type', 'forName(String)', name);

  it.each([
    ['Shape', 'tw.Shape'],
    ['map<string, List<Shape>>', 'Map<String, List<tw.Shape>>'],
    ['Account', 'Account'],
    ['System.Integer', 'Integer'],
    ['Set<Nothing>', 'null']
  ])('%s is found as %s', (name, expected) => {
    expect(textOf(rt, forName(name))).toBe(expected);
  });

  it('are assignable to what they extend or implement', () => {
    const assignable = (to: string): unknown =>
      call(
        rt,
        'System.Type',
        'isAssignableFrom(System.Type)',
        new TypeValue(typeRef(to)),
        new TypeValue(typeRef('tw.Shape'))
      );

    expect(['tw.Other', 'tw.Drawable', 'Object'].map(assignable)).toEqual([false, true, true]);
  });
});

describe('what every value has', () => {
  examples(
    [
      ['Object', 'equals(Object)', ['a', 'a'], true],
      ['Object', 'equals(Object)', [new DoubleObject('tw.Shape'), new DoubleObject('tw.Shape')], false],
      ['Object', 'toString()', [new DoubleObject('tw.Shape')], 'Shape:[]'],
      ['Object', 'toString()', [null], 'System.NullPointerException: Attempt to de-reference a null object']
    ],
    rt
  );
});
