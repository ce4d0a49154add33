import type { ContactKind } from './directory.contract.ts';

/** A body that a council's own paper names; its details are entered once somebody has verified them (DIR-04). */
export type StartingName = {
  readonly name: string;
  readonly kind: ContactKind;
  /** What became of it; absent while it is there. */
  readonly closedNote?: string;
};

const NATIONAL_REGULATOR: StartingName = {
  name: 'Tenant Services Authority (TSA)',
  kind: 'regulator',
  closedNote: 'Closed April 2012',
};

/** By preset; a council whose paper names nobody starts with an empty list. */
const STARTING_NAMES: Readonly<Record<string, readonly StartingName[]>> = {
  southampton: [
    { name: 'Tenant Participation Unit (TPU)', kind: 'council-team' },
    { name: 'Southampton Federation of Tenants and Residents Associations', kind: 'federation' },
    NATIONAL_REGULATOR,
    { name: 'Local Government Ombudsman', kind: 'ombudsman' },
    { name: 'TPAS', kind: 'national-adviser' },
    { name: 'TAROE', kind: 'national-tenants-body' },
    { name: 'InStep', kind: 'other' },
    { name: 'Southampton Voluntary Services', kind: 'local-adviser' },
    { name: 'Citizens Advice Bureau', kind: 'local-adviser' },
  ],
  mansfield: [NATIONAL_REGULATOR],
  southwark: [
    { name: 'TAROE', kind: 'national-tenants-body' },
    { name: 'TPAS', kind: 'national-adviser' },
  ],
  oxford: [{ name: 'TPAS', kind: 'national-adviser' }],
};

/** The names of a preset, in the order in which they are entered. */
export const startingNamesOf = (presetId: string): readonly StartingName[] =>
  STARTING_NAMES[presetId] ?? [];
