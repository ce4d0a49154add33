/** An address typed into one box as its lines, without empty ones. */
export function addressLinesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
