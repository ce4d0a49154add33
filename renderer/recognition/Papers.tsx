import MenuItem from '@mui/material/MenuItem';
import type { Group } from '#db/groups/groups.contract';
import type { Recognition } from '#db/recognition/recognition.contract';
import type { Paper, PaperSize } from '#db/shared/paper';
import { MenuButton } from '../app/MenuButton.tsx';
import { recognitionPaper } from './recognition.queries.ts';

/** A paper that is looked at before it is printed. */
export type ShownPaper = {
  readonly title: string;
  readonly load: (size: PaperSize) => Promise<Paper>;
};

/** The papers on recognition that can be printed as the group stands. */
export function Papers(props: {
  readonly group: Group;
  readonly recognition: Recognition;
  readonly onPrint: (paper: ShownPaper) => void;
}) {
  const { group, recognition, onPrint } = props;
  const kind = recognition.openReturn?.kind ?? 'first';
  const papers: readonly ShownPaper[] = [
    { title: 'Recognition form, filled', load: recognitionPaper.form(group.id, kind) },
    { title: 'Recognition form, blank', load: recognitionPaper.form(null, kind) },
    ...((recognition.openReturn?.missing.length ?? 0) > 0
      ? [{ title: 'Letter on papers to come', load: recognitionPaper.outstanding(group.id) }]
      : []),
    ...(recognition.state === 'recognised'
      ? [{ title: 'Certificate', load: recognitionPaper.certificate(group.id) }]
      : []),
  ];
  return (
    <MenuButton words="Print on recognition" variant="outlined">
      {(close) =>
        papers.map((one) => (
          <MenuItem
            key={one.title}
            onClick={() => {
              close();
              onPrint({ ...one, title: `${one.title}, ${group.name}` });
            }}
          >
            {one.title}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}
