import { readFileSync } from 'node:fs';
import { generateAuraTypes, TYPES_FILE } from '../generate';
import { printAuraTypes } from '../print';
import { readAuraClass } from '../read';

const APEX = `public class Shop {
  private Integer hidden;
  @AuraEnabled public Decimal price;
  @AuraEnabled(cacheable=true) public static List<Shop> find(String text, Integer most) { return null; }
  @AuraEnabled public static void close() { }
  public static void open() { }
}`;

function read(text: string) {
  const found = readAuraClass('Shop.cls', text);
  if (!found) throw new Error('Nothing was read.');
  return found;
}

it('sees only what is @AuraEnabled', () => {
  expect(read(APEX)).toEqual({
    name: 'Shop',
    fields: [{ name: 'price', type: 'Decimal' }],
    methods: [
      {
        name: 'find',
        returns: 'List<Shop>',
        parameters: [
          { name: 'text', type: 'String' },
          { name: 'most', type: 'Integer' }
        ],
        cacheable: true
      },
      { name: 'close', returns: 'void', parameters: [], cacheable: false }
    ]
  });
});

it('types parameters and results, and wires only what is cacheable', () => {
  const printed = printAuraTypes([read(APEX)]);
  expect(printed).toContain(
    'CacheableApexMethod<{ text: string | undefined; most: number | undefined }, readonly Apex.Shop[]>'
  );
  expect(printed).toContain(': ApexMethod<undefined, void>');
});

it('names a type that LWC cannot receive', () => {
  const apex = 'public class Shop { @AuraEnabled public static HttpRequest ask() { return null; } }';
  expect(() => printAuraTypes([read(apex)])).toThrow('HttpRequest has no @AuraEnabled field');
});

it('names file and place of what is no Apex', () => {
  expect(() => read('public class Shop {\n  @AuraEnabled public ;\n}')).toThrow(
    /Shop\.cls cannot be read as Apex: line 2/
  );
});

it('has generated the committed types from the Apex as it is now', () => {
  expect(readFileSync(TYPES_FILE, 'utf8')).toBe(generateAuraTypes());
});
