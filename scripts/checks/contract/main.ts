import { writeFileSync } from 'node:fs';
import { CONTRACT_FILE, printContract, readContract } from './read';

writeFileSync(CONTRACT_FILE, printContract(readContract()));
