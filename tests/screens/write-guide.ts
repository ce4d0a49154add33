import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guideAsMarkdown } from '../../renderer/help/guide.ts';
import { HELP_PAGES } from '../../renderer/help/help-pages.ts';

/** Writes the guide for the desk from the help pages. */
writeFileSync(
  fileURLToPath(new URL('../../docs/guide/README.md', import.meta.url)),
  guideAsMarkdown(HELP_PAGES),
);
