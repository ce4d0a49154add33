import MenuItem from '@mui/material/MenuItem';
import type { Download } from '#db/shared/download';
import type { ActId } from '#db/shared/long-act';
import type { TableKind } from '#db/shared/table';
import { MenuButton } from '../app/MenuButton.tsx';
import { SaveCopyIcon } from './icons.tsx';
import { useSaveFile } from './SaveFileButton.tsx';

/** A table that can be saved, as either kind of file. */
export type SavedTable = {
  /** What it is, where the menu offers several: 'Officers today'. */
  readonly title?: string;
  readonly load: (as: TableKind, act?: ActId) => Promise<Download>;
  /** Whether the program says how far it is with the file and lets it be stopped; `load` hands its act on then. */
  readonly isLong?: boolean;
};

const KINDS: readonly (readonly [TableKind, string])[] = [
  ['xlsx', 'Excel workbook (.xlsx)'],
  ['csv', 'Plain table (.csv)'],
];

/** A menu that saves tables for a spreadsheet, each as a workbook or as a plain table. */
export function SaveAsMenu(props: {
  readonly words?: string;
  readonly tables: readonly SavedTable[];
}) {
  const { save, isMaking, dialog } = useSaveFile();
  return (
    <>
      <MenuButton
        words={isMaking ? 'Making the file' : (props.words ?? 'Save as a spreadsheet')}
        icon={<SaveCopyIcon />}
        variant="outlined"
      >
        {(close) =>
          props.tables.flatMap(({ title, load, isLong = false }) =>
            KINDS.map(([as, kindWords]) => (
              <MenuItem
                key={`${title} ${as}`}
                onClick={() => {
                  close();
                  if (!isMaking) void save((act) => load(as, act), isLong);
                }}
              >
                {title === undefined ? kindWords : `${title}: ${kindWords}`}
              </MenuItem>
            )),
          )
        }
      </MenuButton>
      {dialog}
    </>
  );
}
