import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { DESK_ROLES } from '#db/shared/access';
import { pathTo } from '../../app/paths.ts';
import { useCan } from '../../app/session-context.tsx';
import { AddIcon } from '../../shared/icons.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
import { OpenSheets } from '../sheets/OpenSheets.tsx';
import { OpenByReference } from './OpenByReference.tsx';
import { ParkedClaims } from './ParkedClaims.tsx';

/** Claims that were begun: to go on with, to sign, or to find by the reference on a paper. */
export function ToFinishScreen() {
  const mayServe = useCan(DESK_ROLES);
  return (
    <>
      <PageHeader
        title="Claims to finish"
        actions={
          mayServe && (
            <Button
              variant="contained"
              startIcon={<AddIcon />}
              component={RouterLink}
              to={pathTo.newClaim()}
            >
              Take a claim
            </Button>
          )
        }
      />
      <OpenByReference />
      <Box component="section" aria-label="Begun and not handed in" sx={{ mt: 3 }}>
        <Typography variant="h2" sx={{ mb: 1 }}>
          Begun and not handed in
        </Typography>
        <ParkedClaims />
      </Box>
      <OpenSheets />
    </>
  );
}
