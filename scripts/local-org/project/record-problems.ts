import type { Problem } from '../contracts/program';
import type { Project } from './model';
import { fullName } from './names';
import type { OrgSchema } from './schema';

/** Custom metadata records that no org would take: of types or with fields that nobody declares. */
export function recordProblems(projects: readonly Project[], schema: OrgSchema): readonly Problem[] {
  return projects.flatMap(({ namespace, metadataRecords }) =>
    metadataRecords.flatMap(({ object, values, file }) => {
      const place = { file, line: 1, column: 1, rule: 'metadata' };
      const type = schema.byFullName(fullName(object, namespace));
      if (!type) return [{ ...place, message: `The project has no custom metadata type ${object}.` }];
      return [...values.keys()]
        .filter((name) => !type.field(name, namespace))
        .map((name) => ({ ...place, message: `${type.name} has no field ${name}.` }));
    })
  );
}
