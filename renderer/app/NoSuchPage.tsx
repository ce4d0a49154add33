import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { pathTo } from './paths.ts';

/** For an address that leads nowhere, such as an old bookmark. */
export function NoSuchPage() {
  return (
    <>
      <PageHeader title="There is no such page" />
      <EmptyState
        words="The address may be old or mistyped. Look for what you want with the search box, or start from Today."
        action={
          <Button component={Link} to={pathTo.today()} variant="contained">
            Go to Today
          </Button>
        }
      />
    </>
  );
}
