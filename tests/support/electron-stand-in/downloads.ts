import { fromShown } from './addresses.ts';
import type { Params } from './devtools.ts';

/** A file that a page saves. The dialog that the program asked for is kept, because nobody sits here to answer it. */
export function newDownloadItem(params: Params) {
  let dialog: Readonly<Record<string, unknown>> = {};
  return {
    getURL: (): string => fromShown(String(params['url'])),
    getFilename: (): string => String(params['suggestedFilename']),
    getSaveDialogOptions: () => dialog,
    setSaveDialogOptions: (options: typeof dialog): void => {
      dialog = options;
    },
  };
}
