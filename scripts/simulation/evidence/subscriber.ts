import { compile, managed, openWorkspace } from '../../local-org/boot/workspace';
import { assembleProject } from '../../local-org/project';
import type { Edit, WorldProgram } from '../world/program';
import { edited, fixtureFile, readPackage } from '../world/program';

/** The permission set that a subscriber gives to those who run the flow. */
export const CALLERS = 'Probe_Callers';

/** The package as a subscriber has it, or with one change, beside a project of theirs with one action for flows. */
export function compileWithSubscriber(edit?: Edit): WorldProgram {
  const text = readPackage(['SetupConnections', 'EvidenceRequests']);
  const { project, platform, fixtures } = edit ? edited(text, edit) : text;
  const action = fixtureFile('ProbeAction');
  const subscriber = assembleProject({
    root: 'subscriber',
    config: { name: 'subscriber', namespace: '', apiVersion: '65.0' },
    problems: [],
    files: [
      { path: 'force-app/main/classes/ProbeAction.cls', text: action.text },
      {
        path: `force-app/main/permissionsets/${CALLERS}.permissionset-meta.xml`,
        text: `<PermissionSet><label>${CALLERS}</label>
          <classAccesses><apexClass>ProbeAction</apexClass><enabled>true</enabled></classAccesses></PermissionSet>`
      }
    ]
  });
  const additions = [{ namespace: 'tokenward', files: fixtures }];
  const workspace = openWorkspace([managed(project), subscriber], platform, additions);
  return { workspace, ...compile(workspace, 'generator', false) };
}
