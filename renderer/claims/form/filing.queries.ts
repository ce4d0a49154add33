import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { claimsContract } from '#db/claims/claims-api.contract';
import {
  type Claim,
  ClaimId,
  type ClaimReceipt,
  type ClaimReceiptId,
  type Claimant,
  type ClaimWords,
} from '#db/claims/claims.contract';
import type { Party } from '#db/people/party.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../../app/api-client.ts';

type Contract = typeof claimsContract;

const keyOf = (id: ClaimId) => ['claims', 'get', id] as const;

export function useClaim(id: ClaimId) {
  return useQuery({ queryKey: keyOf(id), queryFn: () => api.claims.get({ id }) });
}

/** Keeps a claim as far as it is filled in; what comes back stands on screen at once. */
export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (words: ClaimWords) => api.claims.saveDraft(words),
    onSuccess: (claim) => client.setQueryData(keyOf(claim.id), claim),
  });
}

/** What a claim comes to as it stands; the figures of before stay until the next are there. */
export function useForecast(words: ClaimWords | undefined) {
  return useQuery({
    queryKey: ['claims', 'foresee', words],
    queryFn: () => api.claims.foresee(words as ClaimWords),
    enabled: words !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** The claimant as the party that other modules know. */
export const partyOf = (claimant: Claimant): Party =>
  claimant.kind === 'group'
    ? { kind: 'group', groupId: claimant.groupId }
    : { kind: 'person', personId: claimant.personId };

/** What the form offers for a claimant; undefined asks nothing. */
export function useChoices(claimant: Claimant | undefined) {
  return useQuery({
    queryKey: ['claims', 'choices', claimant],
    queryFn: () =>
      api.claims.choices({
        claimant: partyOf(claimant as Claimant),
        isStaff: claimant?.kind === 'staff',
      }),
    enabled: claimant !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useRepeatLast() {
  return useMutation({
    mutationFn: (asked: InputOf<Contract['repeatLast']>) => api.claims.repeatLast(asked),
  });
}

/** What was sent is forgotten at once: a picture is large, and it is somebody's. */
const FORGOTTEN_AT_ONCE = { gcTime: 0 } as const;

export function useAttachReceipt() {
  const client = useQueryClient();
  return useMutation({
    ...FORGOTTEN_AT_ONCE,
    mutationFn: (sent: InputOf<Contract['attachReceipt']>) => api.claims.attachReceipt(sent),
    // The claim's version may have moved with it, and the next save names the version.
    onSuccess: (_, { id }) => client.fetchQuery(claimAfresh(ClaimId.parse(id))),
  });
}

const claimAfresh = (id: ClaimId) => ({
  queryKey: keyOf(id),
  queryFn: () => api.claims.get({ id }),
  staleTime: 0,
});

export function useDescribeReceipt(claimId: ClaimId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (described: InputOf<Contract['describeReceipt']>) =>
      api.claims.describeReceipt(described),
    onSuccess: () => client.fetchQuery(claimAfresh(claimId)),
  });
}

export function useRemoveReceipt(claimId: ClaimId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: ClaimReceiptId) => api.claims.removeReceipt({ id }),
    onSuccess: () => client.fetchQuery(claimAfresh(claimId)),
  });
}

/** A receipt with its picture, as it was taken in. */
export function useReceipt(receipt: Pick<ClaimReceipt, 'id'>) {
  return useQuery({
    queryKey: ['claims', 'receipt', receipt.id],
    queryFn: () => api.claims.receipt({ id: receipt.id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useAnswerWarning() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (answered: InputOf<Contract['answerWarning']>) =>
      api.claims.answerWarning(answered),
    onSuccess: (claim) => client.setQueryData(keyOf(claim.id), claim),
  });
}

/** Takes over a claim that an act gave back, so that its page shows it at once. */
function useClaimAct<In>(act: (input: In) => Promise<Claim>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (claim) => client.setQueryData(keyOf(claim.id), claim),
  });
}

export const useSign = () =>
  useClaimAct((signed: InputOf<Contract['sign']>) => api.claims.sign(signed));

export const useAttachSigned = () =>
  useClaimAct((sent: InputOf<Contract['attachSigned']>) => api.claims.attachSigned(sent));

export const useReopen = () =>
  useClaimAct((opened: InputOf<Contract['reopen']>) => api.claims.reopen(opened));

export const useWithdraw = () =>
  useClaimAct((withdrawn: InputOf<Contract['withdraw']>) => api.claims.withdraw(withdrawn));

/** Draws the claim to be signed on paper; its figures are frozen with that. */
export function usePrintToSign() {
  return useMutation({
    ...FORGOTTEN_AT_ONCE,
    mutationFn: (wanted: InputOf<Contract['printToSign']>) => api.claims.printToSign(wanted),
  });
}

/** Claims that are being filled in or wait for a signed paper. */
export function useParked() {
  return useQuery({ queryKey: ['claims', 'parked'], queryFn: () => api.claims.parked() });
}

export function useClaimsOf(of: Party) {
  return useQuery({
    queryKey: ['claims', 'ofParty', of],
    queryFn: () => api.claims.ofParty({ of }),
  });
}

/** Looks a reference up on wish: typed, or read from the code on a paper. */
export function useFindByReference() {
  return useMutation({
    mutationFn: (reference: string) => api.claims.findByReference({ reference }),
  });
}

/** The claim as it was filled in and signed, for PaperDialog. */
export const filledForm = (id: ClaimId) => (size: PaperSize) =>
  api.claims.printForm({ of: { kind: 'claim', id }, size });

/** The form to fill in by hand; for a claimant it is half filled already. */
export const blankForm = (claimant: Party | null) => (size: PaperSize) =>
  api.claims.printForm({
    of: claimant === null ? { kind: 'blank' } : { kind: 'half-filled', claimant, activityId: null },
    size,
  });
