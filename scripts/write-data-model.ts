/** Writes docs/data-model.md from the contract; a test keeps the two in step. Run it with `npx tsx scripts/write-data-model.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderDataModel } from '../sinks/contract/markdown.js';

writeFileSync(fileURLToPath(new URL('../docs/data-model.md', import.meta.url)), renderDataModel());
