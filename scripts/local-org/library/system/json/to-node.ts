import type { ClassInfo, FieldInfo } from '../../../contracts/class-info';
import type { Runtime } from '../../../contracts/runtime';
import { ApexBlob } from '../../../runtime/blob';
import { ApexDate } from '../../../runtime/date';
import { ApexDatetime } from '../../../runtime/datetime';
import { ApexDecimal } from '../../../runtime/decimal';
import { ApexDouble } from '../../../runtime/double';
import { ApexEnumValue } from '../../../runtime/enum';
import { ApexId } from '../../../runtime/id';
import { ApexList } from '../../../runtime/list';
import { ApexMap } from '../../../runtime/map';
import { ApexObject, PlatformObject } from '../../../runtime/object';
import { ApexSet } from '../../../runtime/set';
import { SObjectValue } from '../../../runtime/sobject';
import { textOf } from '../../../runtime/text';
import { ApexTime } from '../../../runtime/time';
import { castName } from '../../../runtime/type-name';
import { UnsupportedCall } from '../../../runtime/unsupported';
import type { JsonNode } from './node';
import { NULL_NODE, isNullNode, literalNode, numberNode, stringNode } from './node';
import { resultNode } from './results';
import { jsonError } from './tokens';

const API_VERSION = '65.0';

/** A value as JSON. With `suppressNulls`, fields of Apex objects that are null are left out; entries of maps stay. */
export function toNode(rt: Runtime, value: unknown, suppressNulls: boolean): JsonNode {
  return new Serializer(rt, suppressNulls).node(value);
}

/** Seen to end in a JSONException. */
const REFUSED: ReadonlySet<string> = new Set([
  'Schema.SObjectField',
  'Schema.SObjectType',
  'System.HttpRequest',
  'System.HttpResponse'
]);

class Serializer {
  private readonly above = new Set<object>();

  constructor(
    private readonly rt: Runtime,
    private readonly suppressNulls: boolean
  ) {}

  node(value: unknown): JsonNode {
    const simple = simpleNode(value) ?? resultNode(value);
    if (simple) return simple;
    if (typeof value !== 'object' || value === null) throw this.unsupported(value);
    if (this.above.has(value)) throw jsonError('Direct self-reference leading to cycle');
    this.above.add(value);
    const node = this.compound(value);
    this.above.delete(value);
    return node;
  }

  private compound(value: object): JsonNode {
    if (value instanceof ApexList) return this.array(value.items);
    if (value instanceof ApexSet) return this.array(value.items());
    if (value instanceof ApexMap) {
      return object(value.entries().map((entry) => [textOf(this.rt, entry.key), this.node(entry.value)] as const));
    }
    if (value instanceof SObjectValue) return this.row(value);
    const info = value instanceof ApexObject ? this.rt.classes.classOf(value) : undefined;
    // The platform writes some of its own types, and refuses others.
    if (!info && value instanceof PlatformObject && !REFUSED.has(value.apexType.name)) {
      throw new UnsupportedCall('System.JSON', `serialize(Object) of ${value.apexType.name}`);
    }
    if (!info) throw this.unsupported(value);
    const fields = serializableFields(this.rt, info).map(
      (field) => [field.name, this.node(this.rt.classes.getField(value, field.name))] as const
    );
    return object(fields.filter(([, node]) => !this.suppressNulls || !isNullNode(node)));
  }

  private array(items: readonly unknown[]): JsonNode {
    return { kind: 'array', at: 0, items: items.map((item) => this.node(item)) };
  }

  private row(row: SObjectValue): JsonNode {
    const url = row.id && stringNode(`/services/data/v${API_VERSION}/sobjects/${row.objectName}/${row.id.value}`);
    const type = ['type', stringNode(row.objectName)] as const;
    const attributes = object(url ? [type, ['url', url]] : [type]);
    const fields = row.populated().map(([name, value]) => [name, this.related(value)] as const);
    return object([['attributes', attributes], ...fields]);
  }

  /** Child rows come as a query result. */
  private related(value: unknown): JsonNode {
    if (!(value instanceof ApexList)) return this.node(value);
    return object([
      ['totalSize', numberNode(String(value.size))],
      ['done', literalNode(true)],
      ['records', this.array(value.items)]
    ]);
  }

  private unsupported(value: unknown): Error {
    return jsonError(`Apex Type unsupported in JSON: ${castName(this.rt, this.rt.typeOf(value))}`);
  }
}

function object(fields: (readonly [string, JsonNode])[]): JsonNode {
  return { kind: 'object', at: 0, fields };
}

function simpleNode(value: unknown): JsonNode | undefined {
  if (value instanceof PlatformObject && value.apexType.name === 'System.UUID')
    return stringNode(value.toApexText?.() ?? '');
  if (value === null || value === undefined) return NULL_NODE;
  if (typeof value === 'string') return stringNode(value);
  if (typeof value === 'boolean') return literalNode(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberNode(String(value));
  if (value instanceof ApexDecimal) return numberNode(value.toPlainText());
  if (value instanceof ApexDouble) return doubleNode(value);
  if (value instanceof ApexBlob) return stringNode(Buffer.from(value.bytes).toString('base64'));
  if (value instanceof ApexEnumValue) return stringNode(value.name);
  const printsAsIs = [ApexId, ApexDate, ApexDatetime, ApexTime].some((kind) => value instanceof kind);
  return printsAsIs ? stringNode(String(value)) : undefined;
}

/** What JSON has no number for is written as text. */
function doubleNode(value: ApexDouble): JsonNode {
  return Number.isFinite(value.value) ? numberNode(value.toString()) : stringNode(value.toString());
}

/** Of a class and its superclasses, these first. */
export function serializableFields(rt: Runtime, info: ClassInfo): readonly FieldInfo[] {
  const parent = info.superclass === undefined ? undefined : rt.classes.info(info.superclass);
  const inherited = parent ? serializableFields(rt, parent) : [];
  return [...inherited, ...info.fields.filter((field) => !field.static && !field.transient)];
}
