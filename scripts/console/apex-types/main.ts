import { writeFileSync } from 'node:fs';
import { generateAuraTypes, TYPES_FILE } from './generate';

writeFileSync(TYPES_FILE, generateAuraTypes());
