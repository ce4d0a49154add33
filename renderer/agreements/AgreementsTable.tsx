import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { AGREEMENT_KIND_WORDS, type AgreementLine } from '#db/agreements/agreements.contract';
import { countOf } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { StatusWord } from '../shared/StatusWord.tsx';
import { dayWords, ofWhom, stateWords } from './agreement-words.ts';

type Props = {
  readonly agreements: readonly AgreementLine[];
  /** Leaves out whose they are, on that group's or person's own page. */
  readonly isOfOne?: boolean;
};

/** Agreements with where they stand and when they are looked at again. */
export function AgreementsTable({ agreements, isOfOne = false }: Props) {
  return (
    <DataTable
      label="Agreements"
      rows={agreements}
      keyOf={(each) => each.id}
      minWidth="40rem"
      {...(isOfOne ? {} : { countWords: countOf(agreements.length, 'agreement') })}
      columns={[
        {
          heading: 'Agreement',
          isPersonal: true,
          cell: (each) => (
            <>
              <Link component={RouterLink} to={pathTo.agreement(each.id)}>
                {each.title}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {each.reference}
              </Typography>
            </>
          ),
        },
        {
          heading: 'Kind',
          cell: (each) =>
            each.codeVersion === ''
              ? AGREEMENT_KIND_WORDS[each.kind]
              : `${AGREEMENT_KIND_WORDS[each.kind]}, version ${each.codeVersion}`,
        },
        ...(isOfOne ? [] : [{ heading: 'Whose', isPersonal: true, cell: ofWhom }]),
        { heading: 'State', cell: (each) => <StatusWord {...stateWords(each)} /> },
        { heading: 'Next review', isShort: true, cell: (each) => dayWords(each.reviewOn) },
      ]}
    />
  );
}
