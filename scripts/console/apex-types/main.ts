import { writeFileSync } from 'node:fs';
import { generateAuraTypes, TYPES_FILE } from './generate';

generateAuraTypes().then(
  (text) => writeFileSync(TYPES_FILE, text),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
);
