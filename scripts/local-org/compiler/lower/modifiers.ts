import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Access } from '../../contracts/class-info';
import type { Modifiers } from '../ast';
import { atContext, optional } from './soql/position';
import { unquote } from './soql/strings';

type Annotation = Modifiers['annotations'][number];

const ACCESS_BY_WORD: Readonly<Record<string, Access>> = {
  private: 'private',
  protected: 'protected',
  public: 'public',
  global: 'global',
  webservice: 'global'
};

const SHARING_BY_WORD: Readonly<Record<string, NonNullable<Modifiers['sharing']>>> = {
  withsharing: 'with',
  withoutsharing: 'without',
  inheritedsharing: 'inherited'
};

export function lowerModifiers(contexts: readonly ModifierContext[]): Modifiers {
  const words = contexts.filter((context) => !optional(context.annotation())).map((c) => c.getText().toLowerCase());
  const annotations = contexts.flatMap((context) => {
    const annotation = optional(context.annotation());
    return annotation ? [lowerAnnotation(annotation)] : [];
  });
  const has = (word: string): boolean => words.includes(word);
  return {
    words: words.map((word) => word.replace(/(?<=.)sharing$/, ' sharing')),
    access: words.map((word) => ACCESS_BY_WORD[word]).find((access) => access !== undefined),
    static: has('static') || has('webservice'),
    abstract: has('abstract'),
    virtual: has('virtual'),
    override: has('override'),
    final: has('final'),
    transient: has('transient'),
    testMethod: has('testmethod') || annotations.some((annotation) => annotation.name === 'istest'),
    webservice: has('webservice'),
    sharing: words.map((word) => SHARING_BY_WORD[word]).find((sharing) => sharing !== undefined),
    annotations
  };
}

export const NO_MODIFIERS: Modifiers = lowerModifiers([]);

function lowerAnnotation(context: AnnotationContext): Annotation {
  const name = context.id().getText().toLowerCase();
  const pairs = optional(context.elementValuePairs())?.elementValuePair_list() ?? [];
  const parameters = Object.fromEntries(
    pairs.map((pair) => [pair.id().getText().toLowerCase(), valueText(pair.elementValue())])
  );
  const single = optional(context.elementValue());
  if (single) parameters['value'] = valueText(single);
  return { name, written: context.id().getText(), parameters, at: atContext(context) };
}

function valueText(context: ElementValueContext): string {
  const text = context.getText();
  return text.startsWith("'") ? unquote(text) : text.toLowerCase();
}
