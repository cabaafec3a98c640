import { ClassFileError, readClassFile } from '../classfile';
import { parseClassSignature, parseMethodSignature } from '../signature';

/** interface Holder extends Base { T item; } with a Long constant in front, which takes two places in the pool. */
function holder(): Buffer {
  const text = (value: string): Buffer => Buffer.from([1, 0, value.length, ...Buffer.from(value)]);
  return Buffer.concat([
    Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52, 0, 10]),
    Buffer.from([5, 0, 0, 0, 0, 0, 0, 0, 1]),
    text('Holder'),
    Buffer.from([7, 0, 3]),
    text('Base'),
    Buffer.from([7, 0, 5]),
    text('item'),
    text('LObject;'),
    text('Signature'),
    Buffer.from([0x02, 0x01, 0, 4, 0, 6, 0, 0]),
    Buffer.from([0, 1, 0, 1, 0, 7, 0, 8, 0, 1, 0, 9, 0, 0, 0, 2, 0, 7]),
    Buffer.from([0, 0, 0, 0])
  ]);
}

describe('class files', () => {
  it('give names and prefer a generic signature to the descriptor', () => {
    const file = readClassFile(holder(), 'Holder.class');
    expect(file).toMatchObject({ name: 'Holder', superclass: 'Base', methods: [], signature: undefined });
    expect(file.fields).toEqual([{ access: 1, name: 'item', signature: 'item' }]);
  });

  it('that are damaged at any byte end in a typed error that names the file', () => {
    const bytes = holder();
    for (let length = 0; length < bytes.length; length++) {
      const read = (): unknown => readClassFile(bytes.subarray(0, length), 'Holder.class');
      expect(read).toThrow(ClassFileError);
      expect(read).toThrow(/^Holder\.class is not a readable class file: it ends early/);
    }
  });

  it('that are something else say so', () => {
    expect(() => readClassFile(Buffer.from('PK\x03\x04 a zip file'), 'a.zip')).toThrow(/does not start with CAFEBABE/);
  });

  it('with an unknown constant are refused', () => {
    const bytes = holder();
    bytes[10] = 99;
    expect(() => readClassFile(bytes, 'Holder.class')).toThrow(/constant 1 has the unknown tag 99/);
  });
});

describe('signatures', () => {
  it('read arrays, variables, inner classes and wildcards', () => {
    const { parameters, returns } = parseMethodSignature('<T:LObject;>([LA;TT;LOuter<LA;>.Inner;LList<+LB;>;)V');
    expect(parameters.map((p) => p.name)).toEqual(['[', 'T:T', 'Outer$Inner', 'List']);
    expect(parameters[3]?.args).toEqual([{ name: 'B', args: [] }]);
    expect(returns.name).toBe('V');
  });

  it('read the parameters and parents of a class', () => {
    const { typeParameters, superclass, interfaces } = parseClassSignature('<K:LObject;V::LI;>LBase<TK;>;LOne;LTwo;');
    expect(typeParameters).toEqual(['K', 'V']);
    expect(superclass).toEqual({ name: 'Base', args: [{ name: 'T:K', args: [] }] });
    expect(interfaces.map((i) => i.name)).toEqual(['One', 'Two']);
  });

  it('that break off are refused with their text', () => {
    expect(() => parseMethodSignature('(LString;')).toThrow('The signature (LString; cannot be read at 9');
    expect(() => parseMethodSignature('(LString')).toThrow("expected '.'");
  });
});
