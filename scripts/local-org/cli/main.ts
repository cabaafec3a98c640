/** `npm run apex -- check | test | run`: the local org on the command line. */
import { Command } from 'commander';
import pc from 'picocolors';
import { checkCommand } from './check';
import { runCommand } from './run';
import { testCommand } from './test';

/** Exit status: 0 all well, 1 problems or failures, 2 the command itself could not be carried out. */
const BROKEN = 2;

function program(): Command {
  const apex = new Command('apex').description('Compile, test and run Apex on this machine, without an org.');
  apex
    .command('check')
    .description('Compile errors, also of a second compiler, and house rules where the project has some')
    .option('--project <dir>', 'an SFDX project', '.')
    .option('--json <file>', 'write the problems to a file')
    .option('--no-apex-ls', 'leave out the second compiler, which needs Java')
    .action(async (options) => exit(await checkCommand(options)));
  apex
    .command('test')
    .description('Run Apex tests, with coverage by class')
    .option('--class <name>', 'only this test class')
    .option('--project <dir>', 'an SFDX project', '.')
    .option('--json <file>', 'write results and coverage to a file')
    .option('--junit <file>', 'write results as JUnit XML')
    .option('--quiet', 'print failures and the summary only', false)
    .action((options) => exit(testCommand(options)));
  apex
    .command('run')
    .description('Execute anonymous Apex from a file, with real HTTP to loopback')
    .argument('<file>', 'a file of statements')
    .option('--project <dir>', 'an SFDX project', '.')
    .action(async (file: string, options) => exit(await runCommand(file, options)));
  return apex;
}

function exit(status: number): void {
  process.exitCode = status;
}

program()
  .parseAsync()
  .catch((error: unknown) => {
    console.error(pc.red(error instanceof Error ? error.message : String(error)));
    if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
    process.exitCode = BROKEN;
  });
