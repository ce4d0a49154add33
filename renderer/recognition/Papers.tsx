import type { Group } from '#db/groups/groups.contract';
import type { Recognition } from '#db/recognition/recognition.contract';
import { PaperMenu, type ShownPaper } from '../shared/PaperMenu.tsx';
import { recognitionPaper } from './recognition.queries.ts';

/** The papers on recognition that can be printed as the group stands. */
export function Papers(props: { readonly group: Group; readonly recognition: Recognition }) {
  const { group, recognition } = props;
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
  return <PaperMenu words="Print on recognition" papers={papers} of={group.name} />;
}
