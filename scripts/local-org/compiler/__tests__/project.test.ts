import { resolve } from 'node:path';
import { buildSchema, readProject } from '../../project';
import { loadPlatformTypes } from '../../types';
import { analyse } from '../analyse';

test('the package analyses without problems', () => {
  const platform = loadPlatformTypes();
  const project = readProject(resolve(__dirname, '../../../..'));
  const source = { namespace: project.namespace, root: project.root, managed: false, files: project.files };

  const { problems, units } = analyse([source], platform, buildSchema([project], platform));

  expect(units.length).toBeGreaterThan(20);
  expect(problems).toEqual([]);
});
