/** House rules as a project sets them. Rules that are left out are off. */
export interface ApexRules {
  /** Path prefixes of production code; the rest is tests. Sharing and size hold everywhere, the others here only. */
  readonly main: readonly string[];
  readonly sharing?: { readonly exempt: readonly ('test' | 'exception')[] };
  /** Methods of System.Database that have an overload with an AccessLevel, which must then be used. */
  readonly accessMode?: { readonly databaseMethods: readonly string[] };
  readonly systemModeReason?: boolean;
  readonly forbiddenCalls?: readonly ForbiddenCall[];
  /** Canonical names that are never written without their namespace: a subscriber's class may have the same name. */
  readonly qualifiedNames?: readonly string[];
  readonly size?: { readonly classLines: number; readonly methodLines: number; readonly parameters: number };
}

export interface ForbiddenCall {
  /** As problems print it: 'no-debug'. */
  readonly rule: string;
  /** Canonical type and method: 'System.Test.isRunningTest'. */
  readonly method: string;
  readonly instead: string;
}

const KEYS = ['main', 'sharing', 'accessMode', 'systemModeReason', 'forbiddenCalls', 'qualifiedNames', 'size'];

/** Reads the rules file; what it does not know is an error, since a misspelt rule would silently be off. */
export function parseRules(text: string, file: string): ApexRules {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw invalid(file, 'an object was expected');
  const unknown = Object.keys(parsed).find((key) => !KEYS.includes(key) && !key.startsWith('$'));
  if (unknown !== undefined) throw invalid(file, `there is no rule "${unknown}"; known are ${KEYS.join(', ')}`);
  if (!('main' in parsed) || !isTexts(parsed.main)) throw invalid(file, '"main" must list path prefixes');
  if ('qualifiedNames' in parsed && !isTexts(parsed.qualifiedNames))
    throw invalid(file, '"qualifiedNames" must list names');
  if (
    'forbiddenCalls' in parsed &&
    !(Array.isArray(parsed.forbiddenCalls) && parsed.forbiddenCalls.every(isForbidden))
  ) {
    throw invalid(file, 'each of "forbiddenCalls" needs the texts rule, method and instead');
  }
  if ('size' in parsed && !isSize(parsed.size))
    throw invalid(file, '"size" needs classLines, methodLines and parameters');
  return parsed as ApexRules;
}

function invalid(file: string, reason: string): Error {
  return new Error(`${file} is not a valid rules file: ${reason}.`);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isForbidden(value: unknown): boolean {
  return has(value, 'rule', 'string') && has(value, 'method', 'string') && has(value, 'instead', 'string');
}

function isSize(value: unknown): boolean {
  return (
    has(value, 'classLines', 'number') && has(value, 'methodLines', 'number') && has(value, 'parameters', 'number')
  );
}

function has(value: unknown, key: string, type: 'string' | 'number'): boolean {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[key] === type;
}
