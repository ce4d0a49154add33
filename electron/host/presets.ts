import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePreset, type Preset } from '#db/settings/preset';
import { resourcesFolder } from './paper-maker.ts';

/** Every council's paper that ships with the program, the blank sheet last. */
export function readPresets(): readonly Preset[] {
  const folder = join(resourcesFolder(), 'presets');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted((a, b) => Number(a === 'blank.json') - Number(b === 'blank.json') || (a < b ? -1 : 1))
    .map((name) => parsePreset(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}
