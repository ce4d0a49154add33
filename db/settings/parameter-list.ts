import { z } from 'zod';

/**
 * How a parameter's value is to be read: 'pence' is whole pence, 'minutes', 'days', 'working days' and
 * 'months' are counts, 'list' is several short texts, 'rule' is a sentence the council goes by.
 */
export type ParameterType =
  | 'text'
  | 'list'
  | 'rule'
  | 'enum'
  | 'bool'
  | 'number'
  | 'numbers'
  | 'pence'
  | 'pence per week'
  | 'bands'
  | 'rate table'
  | 'percent by date'
  | 'time'
  | 'times'
  | 'minutes'
  | 'days'
  | 'working days'
  | 'months'
  | 'period'
  | 'per year'
  | 'per year per area'
  | 'scale'
  | 'role'
  | 'roles';

/** Name, type and meaning of everything on which councils differ, in the order a settings page shows them. */
const PARAMETER_ROWS = [
  ['council.name', 'text', 'council'],
  ['strategy.title', 'text', 'source strategy'],
  ['strategy.period', 'text', 'years covered'],
  ['labels.people', 'text', 'word for involved people on screen and paper'],
  ['labels.group', 'text', 'word for a local association'],
  ['team.name', 'text', 'involvement team'],
  ['team.officerTitle', 'text', 'front-line officer'],
  ['team.managerTitle', 'text', 'deciding manager'],
  ['bodies.umbrella', 'list', 'city/district/borough tenant bodies'],
  ['bodies.planMonitor', 'text', 'who monitors the strategy'],
  ['rooms.facilities', 'list', 'resource centre facilities'],
  ['rooms.bookingBasis', 'enum', 'how slots are given'],
  ['rooms.charge', 'pence', 'hire charge'],
  ['rooms.useRestriction', 'text', 'permitted purpose'],
  ['rooms.outOfHours', 'rule', 'use outside office hours'],
  ['rooms.officeHours', 'times', 'normal office hours'],
  ['rooms.guidelinesBeforeUse', 'bool', 'guidelines must be issued first'],
  ['rooms.fireProcedure', 'bool', 'fire familiarity required'],
  ['rooms.cleanTidy', 'bool', 'tidy duty incl. crockery'],
  ['rooms.removalOfService', 'rule', 'sanction for abuse'],
  ['rooms.limits', 'numbers', 'capacity, length, how far ahead, cancellation'],
  ['rooms.otherVenues', 'list', 'other venues'],
  ['rooms.access', 'rule', 'venue access duty'],
  ['equipment.removalConsent', 'role', 'who must consent'],
  ['equipment.loanTerms', 'numbers', 'period, deposit, overdue'],
  ['equipment.groupComputerCap', 'pence', 'max value of group computer'],
  ['equipment.named', 'list', 'equipment named'],
  ['groups.kinds', 'list', 'group and rep kinds'],
  ['groups.recognitionFor', 'list', 'what needs recognition'],
  ['groups.criteria', 'list', 'recognition criteria'],
  ['groups.papers', 'list', 'papers for annual grant/recognition'],
  ['groups.renewal', 'period', 'how often'],
  ['groups.minActiveMembers', 'number', 'threshold'],
  ['groups.mediaContacts', 'number', 'live contacts allowed'],
  ['groups.governingDocAtMeetings', 'bool', 'constitution/ToR at hand'],
  ['groups.newGroupSupport', 'list', 'help for new groups'],
  ['groups.officerInduction', 'rule', 'new committee members'],
  ['recognition.lapsesByItself', 'bool', 'recognition lapses by itself when the return is late'],
  ['people.register', 'text', 'register of interested people'],
  ['people.channels', 'list', 'contact channels'],
  ['people.gapGroups', 'list', 'under-represented groups'],
  ['people.equalityFields', 'list', 'characteristics named'],
  ['people.profileTarget', 'percent by date', 'profile completeness'],
  ['people.optOut', 'rule', 'respect for non-involvement'],
  ['people.profileFields', 'list', 'what a person’s record holds once it is complete'],
  ['people.smallCount', 'number', 'counts of equality answers under this number are hidden'],
  ['people.answersKept', 'months', 'how long equality answers are kept before they become counts'],
  ['grants.startUp', 'pence', 'start-up grant'],
  ['grants.annualBasis', 'enum', 'what drives the annual grant'],
  ['grants.annualRate', 'bands', 'annual rate or bands'],
  ['grants.perTenancy', 'pence', 'per-tenancy rate'],
  ['grants.runningCosts', 'rule', 'running cost help'],
  ['grants.inKind', 'list', 'support in kind'],
  ['grants.externalFunding', 'rule', 'help with outside funding'],
  ['budget.lines', 'list', 'budget lines (with amounts if any)'],
  ['budget.agreedWith', 'text', 'body that agrees it'],
  ['budget.published', 'rule', 'publication duty'],
  ['budget.review', 'period', 'review'],
  ['fund.levy', 'pence per week', "tenants' levy"],
  ['fund.total', 'pence', 'agreed total'],
  ['fund.governance', 'text', 'who runs the fund'],
  ['fund.localImprovement', 'text', 'small local works money'],
  ['claims.childcareCap', 'pence', 'maximum'],
  ['claims.childcareRule', 'rule', 'when payable'],
  ['claims.dependantCare', 'rule', 'other dependants'],
  ['claims.travel', 'rule', 'when payable'],
  ['claims.travelRate', 'rate table', 'mileage/fare rates'],
  ['claims.transport', 'rule', 'transport laid on'],
  ['claims.lunch', 'rule', 'when payable'],
  ['claims.lunchRate', 'pence', 'rate'],
  ['claims.roomHire', 'rule', 'room hire for groups'],
  ['claims.evidence', 'rule', 'receipts and form'],
  ['claims.eligibleEvents', 'list', 'which events count'],
  ['claims.principle', 'text', 'stated principle'],
  ['claims.timing', 'days', 'claim deadline, payment time'],
  ['claims.incentives', 'list', 'incentives and rewards'],
  ['meetings.noticeCouncilLed', 'working days', 'normal / fallback'],
  ['meetings.noticeGroupLed', 'working days', 'normal / fallback, to officers and councillors'],
  ['meetings.noticeCounting', 'enum', 'how the days of a notice are counted'],
  ['meetings.eveningStartLatest', 'time', 'latest start'],
  ['meetings.eveningFinishLatest', 'time', 'latest finish'],
  ['meetings.maxLength', 'minutes', 'normal maximum'],
  ['meetings.breaks', 'rule', 'breaks'],
  ['meetings.feedback', 'working days', 'feedback to attenders'],
  ['meetings.minutesTo', 'rule', 'who gets minutes'],
  ['meetings.publicity', 'rule', 'display and leaflets'],
  ['meetings.refreshments', 'rule', 'refreshments'],
  ['meetings.houseRules', 'list', 'behaviour rules for meetings'],
  ['meetings.declarations', 'rule', 'interests'],
  ['meetings.attendanceSheet', 'rule', 'attendance sheets'],
  ['meetings.activityKinds', 'list', 'kinds of activity that people attend and claim for'],
  ['meetings.jointDecisions', 'rule', 'counting'],
  ['meetings.timesPlaces', 'rule', 'variation and convenience'],
  ['meetings.interpretation', 'rule', 'language help'],
  ['meetings.infoRequestNotice', 'working days', 'requests to officers'],
  ['meetings.frequencies', 'list', 'body: per year'],
  ['meetings.conferences', 'list', 'big events'],
  ['meetings.quorumApproval', 'rule', 'quorum, approval, AGM'],
  ['conduct.code', 'text', 'status of code'],
  ['conduct.sanctions', 'list', 'sanction kinds'],
  ['conduct.decider', 'text', 'who decides'],
  ['conduct.decisionDays', 'days', 'written decision'],
  ['conduct.appealRoute', 'text', 'appeals'],
  ['conduct.preElection', 'rule', 'candidates'],
  ['conduct.preElectionLength', 'days', 'length of the period'],
  ['conduct.legalDispute', 'rule', 'disputes with council'],
  ['conduct.media', 'rule', 'media statements'],
  ['conduct.politicalPermission', 'roles', 'approvers'],
  ['conduct.confidentialityAgreement', 'rule', 'signature'],
  ['conduct.mediation', 'list', 'mediators'],
  ['complaints.procedure', 'text', 'procedure'],
  ['complaints.stageDays', 'days', 'stages and targets'],
  ['complaints.involvement', 'rule', 'complaints about involvement'],
  ['complaints.serviceHeadTrigger', 'rule', 'escalation'],
  ['complaints.democraticFilter', 'rule', 'pre-Ombudsman step'],
  ['training.needs', 'rule', 'audit/assessment'],
  ['training.programme', 'rule', 'programme'],
  ['training.evaluation', 'rule', 'evaluation'],
  ['training.joint', 'rule', 'joint training'],
  ['training.equality', 'per year', 'equality training'],
  ['training.staff', 'rule', 'staff duties'],
  ['training.placements', 'rule', 'placements/shadowing'],
  ['training.mentorsHelpers', 'rule', 'mentors and helpers'],
  ['involvement.levels', 'list', 'levels top to bottom'],
  ['involvement.methods', 'list', 'menu'],
  ['involvement.consultationCap', 'minutes', 'max per subject per person per year'],
  ['involvement.methodReview', 'period', 'review of methods'],
  ['involvement.termsOfReference', 'rule', 'ToR duty'],
  ['scrutiny.bodies', 'list', 'inspectors/panels'],
  ['scrutiny.responses', 'rule', 'answers to recommendations'],
  ['scrutiny.walkabouts', 'per year per area', 'frequency'],
  ['scrutiny.estateInspection', 'rule', 'notice and feedback'],
  ['scrutiny.grading', 'scale', 'estate grade'],
  ['scrutiny.performanceReports', 'rule', 'to groups'],
  ['feedback.youSaid', 'period', 'you said, we did'],
  ['feedback.consultation', 'rule', 'publish feedback'],
  ['feedback.survey', 'months', 'satisfaction survey cycle'],
  ['feedback.surveyLength', 'minutes', 'length'],
  ['feedback.prizeDraw', 'rule', 'prize draws'],
  ['feedback.voting', 'rule', 'electronic voting'],
  ['impact.assessment', 'period', 'impact assessment'],
  ['impact.statement', 'period', 'annual statement'],
  ['impact.benchmarking', 'text', 'benchmarking'],
  ['plan.layout', 'text', 'plan structure'],
  ['plan.review', 'period', 'review'],
  ['publications.newsletter', 'per year', 'newsletters'],
  ['publications.editorial', 'rule', 'resident editors'],
  ['publications.formats', 'list', 'formats'],
  ['publications.library', 'rule', 'library'],
  ['publications.packs', 'list', 'packs and standard documents'],
  ['publications.annualReport', 'rule', 'annual report'],
  ['members.role', 'rule', 'councillors'],
  ['members.enquiryDays', 'days', 'reply time'],
  ['awards', 'list', 'awards'],
  ['regulator', 'text', 'regulator named'],
] as const satisfies readonly (readonly [string, ParameterType, string])[];

type NameInRows = (typeof PARAMETER_ROWS)[number][0];
type ModuleOf<Name extends string> = Name extends `${infer Module}.${string}` ? Module : Name;

/** The part of a parameter's name before the dot; a name without a dot is its own module. */
export type ParameterModule = ModuleOf<NameInRows>;

export type Parameter = {
  readonly name: ParameterName;
  readonly type: ParameterType;
  readonly meaning: string;
  readonly module: ParameterModule;
};

export const ParameterName = z.enum(PARAMETER_ROWS.map(([name]) => name));
export type ParameterName = NameInRows;

/** All 155 policy parameters. Their values come from a preset or from the council; none has a default figure. */
export const PARAMETERS: readonly Parameter[] = PARAMETER_ROWS.map(([name, type, meaning]) => ({
  name,
  type,
  meaning,
  module: moduleOf(name),
}));

const PARAMETERS_BY_NAME: ReadonlyMap<string, Parameter> = new Map(
  PARAMETERS.map((parameter) => [parameter.name, parameter]),
);

export function isParameterName(text: string): text is ParameterName {
  return PARAMETERS_BY_NAME.has(text);
}

export function findParameter(name: string): Parameter | undefined {
  return PARAMETERS_BY_NAME.get(name);
}

function moduleOf(name: ParameterName): ParameterModule {
  // The compiler types what `split` gives back as any text; the first piece is what ModuleOf describes.
  return name.split('.')[0] as ParameterModule;
}
