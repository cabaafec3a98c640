export { analyse, type Analysis, type AnalyseOptions, type CheckedUnit } from './analyse';
export { analyseAnonymous, type AnonymousAnalysis, type AnonymousOptions } from './analyse-anonymous';
export type { ProgramSymbols } from './bind/world';
export { parseSoql, SoqlSyntaxError } from './lower/soql';
export { parseText, type Parsed } from './parse/parse';
export { parseRules, type ApexRules } from './rules/config';
export { checkHouseRules } from './rules/house-rules';
export { ApexLsUnavailable, runApexLs } from './gates/apex-ls';
