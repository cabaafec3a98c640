import type { Statement } from './statement';
import { approximate, exact, GUIDE } from './statement';

export const limits: readonly Statement[] = [
  exact('limits.uncatchable', 'A limit error cannot be caught', `${GUIDE}, Execution Governors and Limits`),
  exact(
    'limits.counts',
    'Queries, rows, DML, callouts, jobs and publishes are counted, and one too many ends the transaction',
    `${GUIDE}, Execution Governors and Limits`
  ),
  exact(
    'limits.by-context',
    'Queueables have asynchronous limits, scheduled Apex synchronous ones, finalizers both',
    `${GUIDE}, Execution Governors and Limits, and Transaction Finalizers`
  ),
  exact('limits.settings-free', 'Reading custom settings costs no query', `${GUIDE}, Custom Settings`),
  exact('limits.stack-depth', 'The thousandth nested call is the last', `${GUIDE}, Execution Governors and Limits`),
  approximate(
    'limits.async-day',
    'Asynchronous executions of a day are limited for the whole org (here: days in UTC, not the last 24 hours)',
    `${GUIDE}, Lightning Platform Apex Limits`
  ),
  approximate(
    'limits.cpu',
    'CPU time is limited (here: a thousand turns of loops are a millisecond, and so are a thousand statements of tests)',
    `${GUIDE}, Execution Governors and Limits`
  ),
  approximate(
    'limits.selectivity',
    'A query is selective if an index leads it to few enough rows: 30 % of the first million and 15 % beyond by a standard index, 10 % and 5 % by a custom one (here: rows are counted, where the platform estimates; alternatives, fields of parents and indexes made by Support are not considered; Apex never sees the verdict)',
    'Salesforce Help, Query Optimizer FAQ, and Best Practices for Deployments with Large Data Volumes'
  )
];
