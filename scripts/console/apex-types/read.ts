import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { AuraClass, AuraField, AuraMethod } from './model';

class FirstError extends ApexErrorListener {
  message: string | undefined;

  apexSyntaxError(line: number, column: number, message: string): void {
    this.message ??= `line ${line}, column ${column + 1}: ${message}`;
  }
}

type Unit = ReturnType<ReturnType<typeof ApexParserFactory.createLexerAndParser>['parser']['compilationUnit']>;
type ClassBody = ReturnType<
  NonNullable<ReturnType<ReturnType<Unit['typeDeclaration']>['classDeclaration']>>['classBody']
>;
type BodyDeclaration = ReturnType<ClassBody['classBodyDeclaration_list']>[number];

/** Reads one Apex file; undefined for enums and interfaces. Throws where the text is no Apex. */
export function readAuraClass(file: string, text: string): AuraClass | undefined {
  const listener = new FirstError();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  const declaration = parser.compilationUnit().typeDeclaration().classDeclaration();
  if (listener.message !== undefined) throw new Error(`${file} cannot be read as Apex: ${listener.message}`);
  if (!declaration) return undefined;
  const members = declaration.classBody().classBodyDeclaration_list();
  return {
    name: declaration.id().getText(),
    methods: members.flatMap(readMethod),
    fields: members.flatMap(readFields)
  };
}

/** The parser gives modifiers without spaces: `@AuraEnabled(cacheable=true)`. */
function auraAnnotation(member: BodyDeclaration): string | undefined {
  return member
    .modifier_list()
    .map((modifier) => modifier.getText().toLowerCase())
    .find((text) => text.startsWith('@auraenabled'));
}

function readMethod(member: BodyDeclaration): AuraMethod[] {
  const annotation = auraAnnotation(member);
  const method = member.memberDeclaration()?.methodDeclaration();
  if (annotation === undefined || !method) return [];
  const parameters = method.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
  return [
    {
      name: method.id().getText(),
      returns: method.typeRef()?.getText() ?? 'void',
      parameters: parameters.map((one) => ({ name: one.id().getText(), type: one.typeRef().getText() })),
      cacheable: annotation.includes('cacheable=true')
    }
  ];
}

function readFields(member: BodyDeclaration): AuraField[] {
  if (auraAnnotation(member) === undefined) return [];
  const declaration = member.memberDeclaration();
  const property = declaration?.propertyDeclaration();
  if (property) return [{ name: property.id().getText(), type: property.typeRef().getText() }];
  const field = declaration?.fieldDeclaration();
  if (!field) return [];
  const type = field.typeRef().getText();
  return field
    .variableDeclarators()
    .variableDeclarator_list()
    .map((variable) => ({ name: variable.id().getText(), type }));
}
