import type { PlainImplementation } from '../../../contracts/library';
import { implement } from '../../../contracts/library';
import { typeRef } from '../../../contracts/type-ref';
import { PlatformObject } from '../../../runtime/object';
import { instanceMethods } from '../nulls';
import type { JsonNode } from './node';
import { NULL_NODE } from './node';
import { printCompact, printPretty } from './print';
import { toNode } from './to-node';
import { jsonError } from './tokens';

type Container = Exclude<JsonNode, { readonly text: string }>;

/** Builds a tree call by call; containers that are still open when the text is taken are closed by that. */
export class GeneratorValue extends PlatformObject {
  readonly apexType = typeRef('System.JSONGenerator');
  private readonly open: Container[] = [];
  private root: JsonNode | undefined;
  private fieldName: string | undefined;
  closed = false;

  constructor(private readonly pretty: boolean) {
    super();
  }

  write(node: JsonNode): void {
    this.refuseWhenClosed();
    const container = this.open.at(-1);
    if (container?.kind === 'array') container.items.push(node);
    else if (container) container.fields.push([this.takeName(), node]);
    else if (this.root) throw jsonError('Can not write a second value: the content is complete');
    else this.root = node;
  }

  start(kind: 'object' | 'array'): void {
    const node: Container = kind === 'object' ? { kind, at: 0, fields: [] } : { kind, at: 0, items: [] };
    this.write(node);
    this.open.push(node);
  }

  end(kind: 'object' | 'array'): void {
    this.refuseWhenClosed();
    const current = this.open.at(-1)?.kind ?? 'root';
    if (current !== kind) throw jsonError(`Current context not an ${kind} but ${current}`);
    this.open.pop();
  }

  name(name: string): void {
    this.refuseWhenClosed();
    if (this.open.at(-1)?.kind !== 'object' || this.fieldName !== undefined) {
      throw jsonError('Can not write a field name, expecting a value');
    }
    this.fieldName = name;
  }

  text(): string {
    this.closed = true;
    if (!this.root) return '';
    return this.pretty ? printPretty(this.root) : printCompact(this.root);
  }

  private takeName(): string {
    const name = this.fieldName;
    if (name === undefined) throw jsonError('Can not write value, expecting field name');
    this.fieldName = undefined;
    return name;
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw jsonError('The generator is closed: nothing can be written any more');
  }
}

/** writeX(T) and writeXField(String, T) for every type that has both. */
const TYPED: readonly (readonly [string, string])[] = [
  ['Blob', 'Blob'],
  ['Boolean', 'Boolean'],
  ['Date', 'Date'],
  ['DateTime', 'Datetime'],
  ['Id', 'Id'],
  ['Number', 'Decimal'],
  ['Number', 'Double'],
  ['Number', 'Integer'],
  ['Number', 'Long'],
  ['Object', 'Object'],
  ['String', 'String'],
  ['Time', 'Time']
];

function typedWrites(): Record<string, PlainImplementation> {
  const methods: Record<string, PlainImplementation> = {};
  for (const [name, type] of TYPED) {
    methods[`write${name}(${type})`] = (rt, self: GeneratorValue, value: unknown) =>
      self.write(toNode(rt, value, false));
    methods[`write${name}Field(String,${type})`] = (rt, self: GeneratorValue, field: string, value: unknown) => {
      self.name(field);
      self.write(toNode(rt, value, false));
    };
  }
  return methods;
}

export const jsonGenerators = implement('System.JSONGenerator', {
  ...typedWrites(),
  ...instanceMethods({
    'close()': (_rt, self: GeneratorValue) => {
      self.closed = true;
    },
    'getAsString()': (_rt, self: GeneratorValue) => self.text(),
    'isClosed()': (_rt, self: GeneratorValue) => self.closed,
    'writeStartArray()': (_rt, self: GeneratorValue) => self.start('array'),
    'writeStartObject()': (_rt, self: GeneratorValue) => self.start('object'),
    'writeEndArray()': (_rt, self: GeneratorValue) => self.end('array'),
    'writeEndObject()': (_rt, self: GeneratorValue) => self.end('object'),
    'writeFieldName(String)': (_rt, self: GeneratorValue, name: string) => self.name(name),
    'writeNull()': (_rt, self: GeneratorValue) => self.write(NULL_NODE),
    'writeNullField(String)': (_rt, self: GeneratorValue, name: string) => {
      self.name(name);
      self.write(NULL_NODE);
    }
  })
});
