import type { Statement } from './statement';
import { approximate, GUIDE } from './statement';

export const compiling: readonly Statement[] = [
  approximate(
    'compile.refuses',
    'What an org refuses to compile is refused, with line, column and wording (another parser words syntax errors; a ' +
      'set-only property that is read, and parameters of annotations nobody knows, are let through)',
    `${GUIDE}, Apex Language Constructs; texts as the platform’s compiler gives them`
  ),
  approximate(
    'compile.accepts',
    'What an org compiles is compiled (not so: methods inside triggers, a list of Integers where one of Longs is asked for)',
    `${GUIDE}, Apex Language Constructs; public projects that are known to deploy`
  )
];
