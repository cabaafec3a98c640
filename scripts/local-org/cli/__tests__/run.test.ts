import { join } from 'node:path';
import { runCommand } from '../run';
import { printed, withProject } from './project-folder';

const JOB = `public class Job implements Queueable {
  public static Integer twice(Integer n) { return n * 2; }
  public void execute(QueueableContext context) { System.debug('the job ran'); }
}`;

function run(block: string): Promise<number> {
  const files = { 'force-app/main/classes/Job.cls': JOB, 'scripts/block.apex': block };
  return withProject(files, (root) => runCommand(join(root, 'scripts/block.apex'), { project: root }));
}

afterEach(() => jest.restoreAllMocks());

test('prints debug lines, also of the jobs that the block has queued', async () => {
  const lines = printed();
  const status = await run(`Integer n = Job.twice(21);\nSystem.debug('n is ' + n);\nSystem.enqueueJob(new Job());`);
  expect([status, ...lines]).toEqual([0, 'n is 42', 'the job ran']);
});

test('reports compile errors with line and column', async () => {
  const lines = printed();
  const status = await run('Integer n = 1;\nInteger m = Job.thrice(n);');
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/block\.apex:2:\d+ .*thrice/)]);
});

test('an uncaught error gives status 1, with its Apex line', async () => {
  const lines = printed();
  const status = await run(`System.debug('before');\nInteger n = 1 / (Job.twice(0));`);
  expect(status).toBe(1);
  expect(lines).toEqual(['before', 'System.MathException: Divide by 0', expect.stringMatching(/line 2/)]);
});

test('an endless loop ends with the CPU limit', async () => {
  const lines = printed();
  const status = await run('Integer n = 0;\nwhile (true) n++;');
  expect([status, lines[0]]).toEqual([1, 'System.LimitException: Apex CPU time limit exceeded']);
});

test('an unsupported call is not an Apex error: the command cannot be carried out', async () => {
  printed();
  await expect(run(`try { Approval.lock('001000000000001AAA'); } catch (Exception e) {}`)).rejects.toThrow(
    'is not supported by the local org'
  );
});
