import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { FormDialog } from '../shared/FormDialog.tsx';

/** Text to be copied into another program; it is chosen as a whole, so that Ctrl+C takes it where the button may not. */
export function CopyDialog(props: {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly onClose: () => void;
}) {
  const { title, hint, text, onClose } = props;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch (error) {
      // Some computers keep the clipboard from pages; the text is selected, and the keys always work.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setSaid('Press Ctrl+C to copy what is selected.');
    }
  }

  return (
    <FormDialog title={title} onClose={onClose} width="md">
      <Typography id={`${id}-hint`} sx={{ mb: 1 }}>
        {hint}
      </Typography>
      <OutlinedInput
        multiline
        fullWidth
        readOnly
        minRows={4}
        maxRows={14}
        value={text}
        inputRef={input}
        data-personal=""
        onFocus={(event) => event.target.select()}
        slotProps={{ input: { 'aria-label': title, 'aria-describedby': `${id}-hint` } }}
      />
      <Typography role="status" sx={{ mt: 1 }}>
        {said}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 1 }}>
        <Button variant="contained" onClick={() => void copy()}>
          Copy the text
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Close the text
        </Button>
      </Box>
    </FormDialog>
  );
}
