const FROM_A_PAPER = /^(?<council>.+) preset(?:, [A-Z]+-\d+)+$/;

/** Where a policy comes from, as people read it: the marks of the council's rules say nothing to whoever runs a centre. */
export function sourceWords(source: string): string {
  if (source === '') return 'The council’s paper does not say';
  const council = FROM_A_PAPER.exec(source)?.groups?.['council'];
  return council === undefined ? source : `What ${council} has published`;
}
