import type { RecordFlowMetadata } from './model';
import type { XmlElement } from './xml';

type Operations = RecordFlowMetadata['operations'];

const TRIGGERS: Readonly<Record<string, Operations>> = {
  Create: ['insert'],
  Update: ['update'],
  CreateAndUpdate: ['insert', 'update'],
  Delete: ['delete']
};

/** An active flow that saving or deleting a record starts, and nothing of any other flow. */
export function recordFlow(name: string, root: XmlElement): RecordFlowMetadata | undefined {
  const start = root.child('start');
  const object = start?.text('object');
  const operations = TRIGGERS[start?.text('recordTriggerType') ?? ''];
  if (root.text('status') !== 'Active' || object === undefined || !operations) return undefined;
  return { name: `flow ${name}`, object, operations };
}

const ON_INSERT: Operations = ['insert'];
const ON_SAVE: Operations = ['insert', 'update'];

/** Active workflow rules of an object that change fields. */
export function workflowRules(object: string, root: XmlElement): readonly RecordFlowMetadata[] {
  return root
    .children('rules')
    .filter((rule) => rule.flag('active'))
    .filter((rule) => rule.children('actions').some((action) => action.text('type') === 'FieldUpdate'))
    .map((rule) => ({
      name: `workflow rule ${rule.text('fullName') ?? ''}`,
      object,
      operations: rule.text('triggerType') === 'onCreateOnly' ? ON_INSERT : ON_SAVE
    }));
}
