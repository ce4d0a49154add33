import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { EmptyState } from '../shared/EmptyState.tsx';
import { FactList } from '../shared/FactList.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Private } from '../shared/Private.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { StatusWord, type Tone } from '../shared/StatusWord.tsx';
import { GalleryDialogs } from './GalleryDialogs.tsx';
import { GalleryForm } from './GalleryForm.tsx';
import { GalleryReceipts } from './GalleryReceipts.tsx';

const TONES: readonly Tone[] = ['good', 'warning', 'bad', 'info', 'quiet'];

/**
 * Every shared part in every state on one page, for whoever changes one of them and for the access tests.
 * No menu leads here; the address is /gallery.
 */
export function GalleryScreen() {
  return (
    <>
      <PageHeader
        title="Every part of a screen"
        status={<StatusWord tone="info" words="For looking at" />}
        actions={
          <>
            <Button variant="contained">The main thing to do</Button>
            <Button variant="outlined">Another thing to do</Button>
            <Button variant="contained" disabled>
              Not now
            </Button>
          </>
        }
        printAction={{ words: 'Print this page', run: () => undefined }}
      />
      <Part title="Status words">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          {TONES.map((tone) => (
            <StatusWord key={tone} tone={tone} words={`Tone ${tone}`} />
          ))}
        </Box>
      </Part>
      <Part title="Facts">
        <FactList
          facts={[
            { label: 'Room', value: 'Meeting Room' },
            { label: 'A name that can be hidden', value: 'Siân Ó Néill-Żak', isPersonal: true },
            {
              label: 'A long value',
              value:
                'Tables in a horseshoe, the hearing loop, tea for twelve at half past six. '.repeat(
                  3,
                ),
            },
            { label: 'Text in a sentence', value: <Private>07700 900123</Private> },
          ]}
        />
      </Part>
      <Part title="A form with something wrong">
        <GalleryForm />
      </Part>
      <Part title="Papers that people bring">
        <GalleryReceipts />
      </Part>
      <Part title="Nothing here yet">
        <EmptyState
          words="No group has been entered yet."
          action={<Button variant="outlined">Add a group</Button>}
        />
      </Part>
      <Part title="Still loading">
        <LoadingShape lines={3} />
      </Part>
      <Part title="Something failed">
        <ProblemPanel
          error={new Error('made for the gallery')}
          what="This part"
          onTryAgain={() => undefined}
        />
      </Part>
      <Part title="Questions in between">
        <GalleryDialogs />
      </Part>
    </>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ marginBlock: 4 }}>
      <Typography variant="h2" sx={{ marginBottom: 1.5 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  );
}
