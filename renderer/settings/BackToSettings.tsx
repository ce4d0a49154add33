import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { pathTo } from '../app/paths.ts';
import { LeftIcon } from '../shared/icons.tsx';

/** The way back to the list of settings, for the actions of a page header. */
export function BackToSettings() {
  return (
    <Button component={Link} to={pathTo.settings()} startIcon={<LeftIcon />}>
      All settings
    </Button>
  );
}
