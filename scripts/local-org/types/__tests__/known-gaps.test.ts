import { restsOnCorrection } from '../known-gaps';

test.each([
  ['a type that was added', ['Database.PaginationCursor'], true],
  ['an added type without its namespace', ['DataWeaveScriptException'], true],
  ['a superclass that was corrected', ['cache.OrgPartition', 'cache.Partition'], true],
  ['a value that was renamed', ['UNDEFINED', 'System.Quiddity'], true],
  ['an added method', ['Builder', 'System.QueueableDuplicateSignature'], true],
  ['another member of a corrected type', ['quer', 'System.Database'], false],
  ['a relationship that was added', ['TriggerObjectOrEvent', 'Schema.FlowDefinitionView'], true],
  ['a class made of a script', ['DataWeaveScriptResource.shout'], true],
  ['a type of the project', ['Foo'], false]
])('%s', (_what, names, expected) => {
  expect(restsOnCorrection(names)).toBe(expected);
});
