import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type DragEvent, useRef, useState } from 'react';

type Props = {
  readonly accept: string;
  readonly words: string;
  readonly onPick: (file: File) => void;
};

/** Choose a file by the button, or drop it here. */
export function FilePicker({ accept, words, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onPick(file);
  }

  return (
    <Box
      data-drop-zone=""
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      sx={(theme) => ({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        padding: 3,
        border: `2px dashed ${isOver ? theme.palette.primary.main : theme.trc.line}`,
        borderRadius: 2,
      })}
    >
      <Button variant="contained" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <Typography>{words}</Typography>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label="File to import"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that the same file, mended, can be chosen again.
          const { target } = event;
          if (file !== undefined) onPick(file);
          target.value = '';
        }}
      />
    </Box>
  );
}
