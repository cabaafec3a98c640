import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import tsBlankSpace from 'ts-blank-space';

const COMPONENT = /^([^?]+[\\/]lwc[\\/][^?]+\.ts)(\?.*)?$/;

/** LWC's compiler reads no types. Blanking them keeps every line and column, so that its errors point right. */
export function stripTypes(): Plugin {
  return {
    name: 'console-strip-types',
    load(id) {
      const file = COMPONENT.exec(id)?.[1];
      if (file === undefined) return null;
      const unerasable: string[] = [];
      const code = tsBlankSpace(readFileSync(file, 'utf8'), (node) => unerasable.push(node.getText().slice(0, 60)));
      if (unerasable.length > 0) {
        throw new Error(
          `${file} uses TypeScript that cannot be erased: ${unerasable.join('; ')}. Write it as plain types.`
        );
      }
      return { code, moduleType: 'js' };
    }
  };
}
