import { typeRef } from '../../../contracts/type-ref';
import type { TypeRef } from '../../../contracts/type-ref';
import { ApexDatetime } from '../../../runtime/datetime';
import { ApexDate } from '../../../runtime/date';
import { ApexEnumValue } from '../../../runtime/enum';
import { ApexId } from '../../../runtime/id';
import { ApexList } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import { SObjectValue } from '../../../runtime/sobject';
import { DoubleObject, outcome, runtimeDouble } from '../../../runtime/__tests__/runtime-double';
import { TypeValue } from '../../../runtime/type-value';
import { textOf } from '../../../runtime/text';
import { call, dbl, dec } from './library-call';

const STRING = typeRef('String');
const INVOICE = typeRef('tw.Invoice');
const rt = runtimeDouble({
  classes: [
    { name: 'tw.Base', fields: { total: typeRef('Decimal') } },
    {
      name: 'tw.Invoice',
      superclass: 'tw.Base',
      fields: {
        lines: typeRef('List', [typeRef('tw.Line')]),
        secret: STRING,
        color: typeRef('tw.Color'),
        due: typeRef('Datetime')
      },
      transient: ['secret']
    },
    { name: 'tw.Line', fields: { amount: typeRef('Integer'), extra: typeRef('Object') } },
    { name: 'tw.Color', values: ['RED', 'BLUE'] }
  ],
  objects: { Account: { Id: typeRef('Id'), Name: STRING, AnnualRevenue: typeRef('Decimal') } }
});

function object(className: string, fields: Readonly<Record<string, unknown>>): DoubleObject {
  return Object.assign(new DoubleObject(className), { fields: { ...fields } });
}

const serialize = (value: unknown, suppress = false): unknown =>
  call(rt, 'System.JSON', 'serialize(Object,Boolean)', value, suppress);
const deserialize = (text: string, type: TypeRef, key = 'deserialize'): unknown =>
  outcome(() => call(rt, 'System.JSON', `${key}(String,System.Type)`, text, new TypeValue(type)));
const untyped = (text: string): unknown => outcome(() => call(rt, 'System.JSON', 'deserializeUntyped(String)', text));

describe('serialize', () => {
  it.each([
    [null, 'null'],
    ['a"\\\n\u0001é/', '"a\\"\\\\\\n\\u0001é/"'],
    [new ApexDatetime(Date.UTC(2026, 10, 21, 9)), '"2026-11-21T09:00:00.000Z"'],
    [ApexDate.of(2026, 11, 21), '"2026-11-21"'],
    [dec('1.50'), '1.50'],
    [dbl(3), '3.0'],
    [9007199254740993n, '9007199254740993'],
    [ApexId.parse('001000000000001'), '"001000000000001AAA"'],
    [new ApexEnumValue('tw.Color', 'RED', 0), '"RED"'],
    [
      ApexMap.from(rt, typeRef('Integer'), STRING, [
        [2, null],
        [1, 'x']
      ]),
      '{"2":null,"1":"x"}'
    ]
  ])('%p', (value, expected) => {
    expect(serialize(value)).toBe(expected);
  });

  it('writes fields of superclasses first, leaves transient ones out and nulls too if asked', () => {
    const invoice = object('tw.Invoice', { secret: 'x', total: dec('2.0'), lines: null, color: null, due: null });

    expect(serialize(invoice)).toBe('{"total":2.0,"lines":null,"color":null,"due":null}');
    expect(serialize(invoice, true)).toBe('{"total":2.0}');
  });

  it('gives rows their attributes', () => {
    const row = new SObjectValue('Account');
    row.put('Name', 'Acme');
    const saved = row.copy(true);
    saved.put('Id', ApexId.parse('001000000000001'));

    expect(serialize(new ApexList(typeRef('Schema.Account'), [row, saved]))).toBe(
      '[{"attributes":{"type":"Account"},"Name":"Acme"},' +
        '{"attributes":{"type":"Account","url":"/services/data/v65.0/sobjects/Account/001000000000001AAA"},' +
        '"Name":"Acme","Id":"001000000000001AAA"}]'
    );
  });

  it('refuses a cycle', () => {
    const list = new ApexList(typeRef('Object'), ['x']);
    list.add(list);

    expect(() => serialize(list)).toThrow('Direct self-reference leading to cycle');
  });

  it('prints pretty', () => {
    const value = ApexMap.from(rt, STRING, typeRef('Object'), [
      ['a', new ApexList(typeRef('Object'), [1, new ApexMap(STRING, STRING)])],
      ['b', null]
    ]);

    expect(call(rt, 'System.JSON', 'serializePretty(Object)', value)).toBe('{\n  "a" : [ 1, { } ],\n  "b" : null\n}');
  });
});

describe('deserializeUntyped', () => {
  it('tells numbers apart by their form', () => {
    const { items } = untyped('[1, 2147483648, 9223372036854775808, 1.50, 1e3]') as ApexList;

    expect(items.map((item) => [rt.typeOf(item).name, textOf(rt, item)])).toEqual([
      ['Integer', '1'],
      ['Long', '2147483648'],
      ['Decimal', '9223372036854775808'],
      ['Decimal', '1.50'],
      ['Double', '1000.0']
    ]);
  });

  it('makes maps and lists of objects all the way down', () => {
    expect(textOf(rt, untyped(' {"a" : [ { "b": "\\u00e9" }, null ], "c":true} '))).toBe('{a=({b=é}, null), c=true}');
  });

  it.each([
    [
      '<html>',
      "Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,2]"
    ],
    [
      '{a:1}',
      "Unexpected character ('a' (code 97)): was expecting double-quote to start field name at input location [1,3]"
    ],
    [
      '[1,\n2 3]',
      "Unexpected character ('3' (code 51)): was expecting comma to separate ARRAY entries at input location [2,4]"
    ],
    ['[nul]', "Unrecognized token 'nul': was expecting 'true', 'false' or 'null' at input location [1,6]"],
    ['', 'No content to map to Object due to end of input']
  ])('%p is a JSONException', (text, message) => {
    expect(untyped(text)).toBe(`System.JSONException: ${message}`);
  });

  it.each(['{"a":1', '["a', '[1,]', '{"a" 1}', '"\\x"'])('%s is refused', (text) => {
    expect(untyped(text)).toContain('System.JSONException: Un');
  });
});

describe('deserialize', () => {
  it('fills typed fields whatever their case, and nested collections', () => {
    const text =
      '{"TOTAL":"1.50","unknown":{},"lines":[{"amount":7,"extra":[1]},null],"color":"BLUE","due":"2026-11-21T10:00:00+01:00"}';

    const invoice = deserialize(text, INVOICE) as DoubleObject;

    expect(textOf(rt, invoice)).toBe(
      'Invoice:[lines=(Line:[amount=7, extra=(1)], null), secret=null, color=BLUE, due=2026-11-21 09:00:00]'
    );
    expect(textOf(rt, invoice.fields.total)).toBe('1.50');
  });

  it('fills rows', () => {
    const row = deserialize('{"attributes":{"type":"Account"},"Name":"A","AnnualRevenue":5}', typeRef('SObject'));

    expect(textOf(rt, row)).toBe('Account:{Name=A, AnnualRevenue=5}');
  });

  it.each([
    ['{"Nope":1}', typeRef('Schema.Account'), "No such column 'Nope' on sobject of type Account"],
    [
      '{}',
      typeRef('List', [STRING]),
      "Malformed JSON: Expected '[' at the beginning of List/Set at input location [1,2]"
    ],
    ['[]', INVOICE, "Malformed JSON: Expected '{' at the beginning of object at input location [1,2]"],
    ['{"amount":1,"Amount":2}', typeRef('tw.Line'), 'Duplicate field: tw.Line.amount'],
    [
      '"x"',
      typeRef('Integer'),
      'Cannot deserialize instance of integer from VALUE_STRING value x or request may be missing a required field at input location [1,2]'
    ]
  ])('%s is refused', (text, type, message) => {
    expect(deserialize(text, type)).toBe(`System.JSONException: ${message}`);
  });

  it('names types of the platform of which it is not known how they are read', () => {
    expect(() => deserialize('"x"', typeRef('System.HttpRequest'))).toThrow(
      'deserialize(String,Type) into System.HttpRequest is not supported'
    );
  });

  it('knows no unknown fields when strict', () => {
    expect(deserialize('{"amount":1,"nope":2}', typeRef('tw.Line'), 'deserializeStrict')).toBe(
      'System.JSONException: Unknown field: tw.Line.nope'
    );
  });
});

describe('generator and parser', () => {
  it('writes what is asked for and closes what is open', () => {
    const generator = call(rt, 'System.JSON', 'createGenerator(Boolean)', false);
    const write = (key: string, ...args: unknown[]): unknown =>
      call(rt, 'System.JSONGenerator', key, generator, ...args);
    write('writeStartObject()');
    write('writeNumberField(String,Integer)', 'a', 1);
    write('writeFieldName(String)', 'b');
    write('writeStartArray()');
    write('writeNull()');

    expect(write('getAsString()')).toBe('{"a":1,"b":[null]}');
    expect(() => write('writeNull()')).toThrow('The generator is closed');
  });

  it('walks tokens with the names they belong to', () => {
    const parser = call(rt, 'System.JSON', 'createParser(String)', '{"skip":{"x":[1]},"n":{"amount":4}}');
    const ask = (key: string, ...args: unknown[]): unknown => call(rt, 'System.JSONParser', key, parser, ...args);
    const seen = [1, 2, 3].map(() => textOf(rt, ask('nextToken()')));
    ask('skipChildren()');
    seen.push(textOf(rt, ask('getCurrentToken()')), textOf(rt, ask('nextValue()')), String(ask('getCurrentName()')));
    const line = ask('readValueAs(System.Type)', new TypeValue(typeRef('tw.Line')));

    expect(seen).toEqual(['START_OBJECT', 'FIELD_NAME', 'START_OBJECT', 'END_OBJECT', 'START_OBJECT', 'n']);
    expect(textOf(rt, line)).toBe('Line:[amount=4, extra=null]');
    expect([textOf(rt, ask('nextToken()')), ask('nextToken()')]).toEqual(['END_OBJECT', null]);
  });
});
