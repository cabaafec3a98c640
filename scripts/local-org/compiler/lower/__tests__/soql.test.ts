import { parseSoql, SoqlSyntaxError } from '../soql';

/** [query, what part of its tree is]. */
const QUERIES: readonly (readonly [string, object])[] = [
  ['SELECT Id, a.Owner.Name n FROM Account a', { select: [{ path: ['Id'] }, { path: ['a', 'Owner', 'Name'], alias: 'n' }], from: { name: 'Account', alias: 'a' } }],
  ['SELECT COUNT() FROM A', { select: [{ kind: 'function', name: 'COUNT', path: undefined }] }],
  ['SELECT count_distinct(X) c, FORMAT(MIN(Y)) FROM A', { select: [{ name: 'COUNT_DISTINCT', path: ['X'], alias: 'c' }, { name: 'FORMAT', argument: { name: 'MIN' } }] }],
  ['SELECT CALENDAR_YEAR(convertTimezone(D)) FROM A GROUP BY CALENDAR_YEAR(convertTimezone(D))', { select: [{ path: ['D'], inUserZone: true }], groupBy: [{ name: 'CALENDAR_YEAR' }] }],
  ['SELECT FIELDS(ALL) FROM A LIMIT 5', { select: [{ kind: 'fields', which: 'ALL' }], limit: { text: '5' } }],
  ['SELECT Id, (SELECT Id FROM Bs ORDER BY C LIMIT 1) FROM A', { select: [{}, { kind: 'subquery', query: { from: { name: 'Bs' }, limit: { text: '1' } } }] }],
  ['SELECT TYPEOF W WHEN A THEN B END FROM E', { select: [{ kind: 'typeof', text: 'TYPEOF W WHEN A THEN B END' }] }],
  ["SELECT Id FROM A WHERE B = 'x' AND (C > 1 OR (NOT D = null))", { where: { kind: 'and', parts: [{ operator: '=' }, { kind: 'or', parts: [{ operator: '>' }, { kind: 'not' }] }] } }],
  ["SELECT Id FROM A WHERE B NOT IN ('x', 'y') ", { where: { operator: 'NOT IN', right: { kind: 'list', values: [{ value: 'x' }, { value: 'y' }] } } }],
  ['SELECT Id FROM A WHERE B IN (SELECT C FROM D)', { where: { right: { kind: 'subquery', query: { from: { name: 'D' } } } } }],
  ["SELECT Id FROM A WHERE B INCLUDES ('x;y')", { where: { operator: 'INCLUDES' } }],
  ['SELECT Id FROM A WHERE B <> -1.5', { where: { operator: '!=', right: { kind: 'number', text: '-1.5' } } }],
  ['SELECT Id FROM A WHERE B = last_n_days:30 ', { where: { right: { kind: 'date-literal', name: 'LAST_N_DAYS', n: 30 } } }],
  ['SELECT Id FROM A WHERE B = 2026-01-02T03:04:05Z', { where: { right: { kind: 'datetime', text: '2026-01-02T03:04:05Z' } } }],
  ['SELECT Id FROM A WHERE B = 2026-01-02', { where: { right: { kind: 'date' } } }],
  ['SELECT Id FROM A WHERE B = TRUE', { where: { right: { kind: 'boolean', value: true } } }],
  ['SELECT Id FROM A WHERE B = :a.b.c', { where: { right: { kind: 'bind', expression: { name: 'c', receiver: { name: 'b', receiver: { name: 'a' } } } } } }],
  ["SELECT Id FROM A WHERE B LIKE '10\\%_\\'x'", { where: { operator: 'LIKE', right: { value: "10\\%_'x" } } }],
  ['SELECT Id FROM A with user_mode', { with: 'USER_MODE' }],
  ['SELECT B, COUNT(Id) FROM A GROUP BY ROLLUP(B) HAVING COUNT(Id) > 1', { groupByFunction: 'ROLLUP', having: { left: { name: 'COUNT' } } }],
  ['SELECT Id FROM A ORDER BY B DESC NULLS LAST, C LIMIT 5 OFFSET 10', { orderBy: [{ descending: true, nulls: 'LAST' }, { descending: false, nulls: 'FIRST' }], offset: { text: '10' } }],
  ['SELECT Id FROM A ALL ROWS', { allRows: true }],
  ['SELECT Id FROM A FOR UPDATE', { forClause: 'UPDATE' }],
  ['SELECT Id FROM A USING SCOPE mine', { using: 'mine' }]
]; // prettier-ignore

test.each(QUERIES)('%s', (text, tree) => {
  expect(parseSoql(text)).toMatchObject(tree);
});

/** [text, column, message]. */
const ERRORS: readonly (readonly [string, number, RegExp])[] = [
  ['SELECT FROM A', 14, /^mismatched input '<EOF>'/],
  ['SELECT Id FROM A GARBAGE x', 26, /unexpected token: 'x'/],
  ['SELECT Id FROM A WHERE B = :f(1)', 30, /unexpected token/],
  ['SELECT Id FROM A WHERE B = :a[0]', 29, /Only variable references/],
  ['SELECT Id FROM A a, a.Bs b', 21, /second object in FROM/]
];

test.each(ERRORS)('%s is a syntax error', (text, column, message) => {
  const error = syntaxErrorOf(text);

  expect(error?.message).toMatch(message);
  expect(error?.at).toEqual({ line: 1, column });
});

function syntaxErrorOf(text: string): SoqlSyntaxError | undefined {
  try {
    parseSoql(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) return error;
    throw error;
  }
  return undefined;
}
