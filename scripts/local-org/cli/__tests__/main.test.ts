import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withProject } from './project-folder';

const root = join(__dirname, '..', '..', '..', '..');

function apex(...args: readonly string[]) {
  const command = [join(root, 'node_modules', '.bin', 'tsx'), join(root, 'scripts/local-org/cli/main.ts'), ...args];
  // A build server may ask every program for colours; the words are what is compared here.
  const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' };
  return spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 20_000, env });
}

test('the exit status tells problems from a command that could not be carried out', () => {
  const files = { 'force-app/classes/Wrong.cls': 'public class Wrong { Integer n = true; }' };
  const found = withProject(files, (project) => apex('check', '--no-apex-ls', '--project', project));
  expect([found.status, found.stdout.split('\n')[0]]).toEqual([
    1,
    'force-app/classes/Wrong.cls:1:30 type Illegal assignment from Boolean to Integer'
  ]);
  const broken = withProject(files, (project) => apex('check', '--project', join(project, 'force-app')));
  expect([broken.status, broken.stderr]).toEqual([2, expect.stringContaining('No sfdx-project.json in')]);
});
