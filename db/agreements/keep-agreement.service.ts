import { listAreas } from '#db/areas/areas.service';
import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { saveSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import * as parts from './agreement-parts.repository.ts';
import { AGREEMENT_KIND_WORDS, type Agreement, type AgreementId } from './agreements.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import * as agreements from './agreements.repository.ts';
import { maskAgreement } from './mask-agreement.rules.ts';
import { moveReviewReminder } from './review-reminders.service.ts';

/** One agreement; refused when there is none of that id. */
export async function getAgreement(ctx: Ctx, id: AgreementId): Promise<agreements.StoredAgreement> {
  const found = await agreements.findById(ctx, id);
  if (found === undefined) throw agreementErrors.error('agreement.not-found', { id });
  return found;
}

/** An agreement as its page shows it to whoever asks. */
export async function showAgreement(ctx: Ctx, id: AgreementId): Promise<Agreement> {
  const { stepBefore, ...agreement } = await getAgreement(ctx, id);
  const areas = await listAreas(ctx);
  return maskAgreement(
    {
      ...agreement,
      areaNames: areas
        .filter((area) => agreement.areaIds.includes(area.id))
        .map(({ name }) => name),
      canUndo: stepBefore !== null,
      versions: await parts.listVersions(ctx, id),
    },
    ctx.actor,
  );
}

/** What was done to an agreement: for its history in words, for the record by its name. */
type Act = { readonly what: string; readonly action: string; readonly reason?: string };

/** Writes a change of an agreement with all that follows from it; refused when someone else was quicker. */
export async function save(
  ctx: Ctx,
  change: Act & {
    readonly before: agreements.StoredAgreement;
    readonly after: agreements.StoredAgreement;
    readonly version: number;
  },
): Promise<Agreement> {
  const { before, version } = change;
  if (!(await agreements.update(ctx, { ...change.after, version: version + 1 }, version)))
    throw agreementErrors.error('agreement.changed-by-someone-else', {
      reference: before.reference,
    });
  await keep(ctx, before.id, change, before);
  return showAgreement(ctx, before.id);
}

/** Its line in the history and on the record, its place in the search, its reminder. */
export async function keep(
  ctx: Ctx,
  id: AgreementId,
  act: Act,
  before?: agreements.StoredAgreement,
): Promise<void> {
  const after = await getAgreement(ctx, id);
  await parts.insertVersion(ctx, after, act.what);
  await moveReviewReminder(ctx, after);
  await indexAgreement(ctx, after);
  await recordAudit(ctx, {
    action: act.action,
    ...recordOf(after),
    reason: act.reason ?? '',
    ...(before === undefined ? {} : { before: facts(before) }),
    after: facts(after),
  });
}

/** A review comes after the signing it looks back on. */
export function checkReview(reviewOn: LocalDate | null, signedOn: LocalDate | null): void {
  if (reviewOn !== null && signedOn !== null && reviewOn <= signedOn)
    throw agreementErrors.error('agreement.review-too-early', { signedOn });
}

/** The line stands in the history of the group or person whose agreement it is. */
function recordOf({ id, groupId, personId }: agreements.StoredAgreement) {
  if (personId !== null) return { objectType: 'person', objectId: personId };
  if (groupId !== null) return { objectType: 'group', objectId: groupId };
  return { objectType: 'agreement', objectId: id };
}

/** The title of what is found says which agreement; who promises is among the words that find it. */
async function indexAgreement(ctx: Ctx, agreement: agreements.StoredAgreement): Promise<void> {
  const { id, reference, title, groupName, personName } = agreement;
  const kind = AGREEMENT_KIND_WORDS[agreement.kind];
  await saveSearchEntry(ctx, {
    kind: 'agreement',
    id,
    title: `${reference} ${title}`,
    detail: kind,
    words: [reference, title, kind, groupName, personName],
    sortKey: '',
  });
}

/** What the record keeps; what tells about a person is sealed under that person's key. */
function facts(agreement: agreements.StoredAgreement): AuditFacts {
  const { personId } = agreement;
  const aboutPerson = (value: string) =>
    personId === null || value === '' ? value : personal(personId, value);
  return {
    reference: agreement.reference,
    kind: agreement.kind,
    title: aboutPerson(agreement.title),
    of: personId === null ? agreement.groupName : personal(personId, agreement.personName),
    state: agreement.state,
    scope: aboutPerson(agreement.scope),
    aims: aboutPerson(agreement.aims),
    responsibilities: agreement.responsibilities.map(
      ({ who, what, standard }) => `${who}: ${what}${standard === '' ? '' : ` (${standard})`}`,
    ),
    codeVersion: agreement.codeVersion,
    addedClauses: agreement.addedClauses,
    // Names of those who sign stay out of the record, which nothing is ever taken out of.
    signatures: agreement.parties.map(
      (party) =>
        `${personId === null ? party.role || party.name : 'party'}: ${party.signedOn ?? ''}`,
    ),
    signedOn: agreement.signedOn ?? '',
    reviewOn: agreement.reviewOn ?? '',
    endedOn: agreement.endedOn ?? '',
  };
}
