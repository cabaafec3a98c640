export { parseSoql, SoqlSyntaxError } from './parse-soql';
