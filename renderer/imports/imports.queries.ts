import { useMutation, useQuery } from '@tanstack/react-query';
import type { importsContract } from '#db/imports/imports.contract';
import type { InputOf } from '#db/shared/contract';
import type { ActId } from '#db/shared/long-act';
import { api } from '../app/api-client.ts';

type Contract = typeof importsContract;

/** A file as the screen holds it, with the columns that were chosen. */
export type FileToImport = InputOf<Contract['checkFile']>;

/** What of the way a file is read was chosen. */
export type ReadingChoice = Partial<
  Pick<FileToImport, 'columns' | 'sheet' | 'headingsOn' | 'makesAreas'>
>;

/** Every import that was made, the latest first. */
export function useImportRuns() {
  return useQuery({ queryKey: ['imports', 'runs'], queryFn: () => api.imports.runs() });
}

/** What importing the file would do, row by row. */
export function useCheckFile() {
  return useMutation({ mutationFn: (file: FileToImport) => api.imports.checkFile(file) });
}

export function useStartImport() {
  return useMutation({
    mutationFn: (file: InputOf<Contract['startImport']>) => api.imports.startImport(file),
  });
}

export function useUndoImport() {
  return useMutation({
    mutationFn: (run: InputOf<Contract['undoImport']>) => api.imports.undoImport(run),
  });
}

/** The rows that cannot be imported, as a file to mend. */
export const problemRows = (file: FileToImport) => (act?: ActId) =>
  api.imports.exportProblems({ ...file, act });
