import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useLocation } from 'react-router';
import { showPanel } from '../app/panels.ts';
import { SidePanel } from '../app/SidePanel.tsx';
import { KeyboardIcon } from '../shared/icons.tsx';
import { findHelp, HELP_PAGES } from './help-pages.ts';
import { ProblemReport } from './ProblemReport.tsx';

/** Short help for the page on screen: F1. */
export function HelpPanel(props: { readonly onClose: () => void }) {
  const { pathname } = useLocation();
  const page = findHelp(pathname) ?? HELP_PAGES[0];
  if (page === undefined) return null;
  return (
    <SidePanel title={`Help: ${page.title}`} onClose={props.onClose}>
      <Typography>{page.purpose}</Typography>
      {page.howTo.map((item) => (
        <Box key={item.question}>
          <Typography variant="h3">{item.question}</Typography>
          <Typography>{item.answer}</Typography>
        </Box>
      ))}
      {page.printed === undefined ? null : (
        <Box>
          <Typography variant="h3">What it prints</Typography>
          <Typography>{page.printed}</Typography>
        </Box>
      )}
      <Box>
        <Button variant="outlined" startIcon={<KeyboardIcon />} onClick={() => showPanel('keys')}>
          Show all keys
        </Button>
      </Box>
      <ProblemReport />
    </SidePanel>
  );
}
