import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { Paper, PaperSize } from '#db/shared/paper';
import { MenuButton } from '../app/MenuButton.tsx';
import { PaperDialog } from './PaperDialog.tsx';

/** A paper that is looked at before it is printed. */
export type ShownPaper = {
  readonly title: string;
  readonly load: (size: PaperSize) => Promise<Paper>;
};

/** A menu of papers; the one that is chosen opens to be looked at. */
export function PaperMenu(props: {
  readonly words: string;
  readonly papers: readonly ShownPaper[];
  /** Whom the papers are about; stands after the title of the one that is open. */
  readonly of?: string;
}) {
  const { words, papers, of } = props;
  const [paper, setPaper] = useState<ShownPaper | null>(null);
  return (
    <>
      <MenuButton words={words} variant="outlined">
        {(close) =>
          papers.map((one) => (
            <MenuItem
              key={one.title}
              onClick={() => {
                close();
                setPaper(one);
              }}
            >
              {one.title}
            </MenuItem>
          ))
        }
      </MenuButton>
      {paper !== null && (
        <PaperDialog
          isOpen
          title={of === undefined ? paper.title : `${paper.title}, ${of}`}
          load={paper.load}
          onClose={() => setPaper(null)}
        />
      )}
    </>
  );
}
