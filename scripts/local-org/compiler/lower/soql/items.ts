import type { FieldNameContext, SoqlFunctionContext } from '@apexdevtools/apex-parser';
import type { SelectItem } from '../../ast-soql';
import { atContext, optional, sourceText } from './position';

export function lowerPath(context: FieldNameContext): readonly string[] {
  return context.soqlId_list().map((id) => id.getText());
}

export function lowerField(context: FieldNameContext, alias?: string): SelectItem {
  return { kind: 'field', at: atContext(context), path: lowerPath(context), alias };
}

/** A field or function wherever the grammar allows both: grouping, ordering, comparing. */
export function lowerItem(
  field: FieldNameContext | null,
  call: SoqlFunctionContext | null,
  alias?: string
): SelectItem | undefined {
  if (field) return lowerField(field, alias);
  return call ? lowerFunction(call, alias) : undefined;
}

export function lowerFunction(context: SoqlFunctionContext, alias?: string): SelectItem {
  const at = atContext(context);
  const parameter = optional(context.soqlFieldsParameter());
  if (parameter)
    return { kind: 'fields', at, which: parameter.getText().toUpperCase() as 'ALL' | 'STANDARD' | 'CUSTOM' };
  const name = context.start.text.toUpperCase();
  const nested = optional(context.soqlFunction());
  if (nested) return { kind: 'function', at, name, path: undefined, alias, argument: lowerFunction(nested) };
  const date = optional(context.dateFieldName());
  const field = optional(context.fieldName()) ?? (date ? optional(date.fieldName()) : undefined);
  const path = field ? lowerPath(field) : undefined;
  const inUserZone = date !== undefined && optional(date.CONVERT_TIMEZONE()) !== undefined;
  const text = name === 'DISTANCE' ? { text: sourceText(context) } : {};
  return { kind: 'function', at, name, path, alias, ...(inUserZone ? { inUserZone } : {}), ...text };
}
