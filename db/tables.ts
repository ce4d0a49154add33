import type { EntitySchema } from 'typeorm';
import { activityTable, registerLineTable } from './activities/activities.table.ts';
import { areaTable } from './areas/areas.table.ts';
import { auditEntryTable, auditPersonalValueTable, subjectKeyTable } from './audit/audit.table.ts';
import { closeOutTable, foundItemTable } from './bookings/booking-use.table.ts';
import { bookingTable } from './bookings/bookings.table.ts';
import { seriesTable } from './bookings/series.table.ts';
import { squeezeTable } from './bookings/squeeze.table.ts';
import { waitingTable } from './bookings/waiting.table.ts';
import {
  agreementActionTable,
  agreementAreaTable,
  agreementPartyTable,
  agreementResponsibilityTable,
  agreementTable,
  agreementVersionTable,
  codeVersionTable,
} from './agreements/agreements.table.ts';
import {
  claimGeneralPolicyTable,
  claimKindPolicyTable,
} from './claim-policy/claim-policy.table.ts';
import { contactTable } from './directory/directory.table.ts';
import { closureTable } from './calendar/calendar.table.ts';
import { acknowledgementTable, conditionTable } from './conditions/conditions.table.ts';
import {
  facilityPartTable,
  facilityTable,
  layoutTable,
  seatTable,
} from './facilities/facilities.table.ts';
import {
  groupAreaTable,
  groupDocumentTable,
  groupDutyTable,
  groupHomesTable,
  groupRecordTable,
  groupSupportTable,
  representationTable,
} from './groups/group-parts.table.ts';
import { groupTable } from './groups/groups.table.ts';
import {
  erasureTable,
  retentionLengthTable,
  retentionLineTable,
} from './holdings/erasures.table.ts';
import { mergedRowTable, recordMergeTable } from './holdings/holdings.table.ts';
import {
  copyRequestStopTable,
  copyRequestTable,
  legalHoldTable,
} from './holdings/requests.table.ts';
import { importRowTable, importRunTable } from './imports/imports.table.ts';
import {
  committeeTable,
  handOverLineTable,
  handOverTable,
  termTable,
  vacancyTable,
} from './officers/officers.table.ts';
import {
  bankMandateTable,
  mandateSignatoryTable,
  payeeDetailsTable,
  payeeTable,
} from './payees/payees.table.ts';
import {
  mailingOutcomeTable,
  mailingPersonTable,
  mailingTable,
} from './mailings/mailings.table.ts';
import { personConsentTable } from './people/consents.table.ts';
import { personTable } from './people/people.table.ts';
import { personInterestTable, personRecordTable } from './people/person-record.table.ts';
import {
  recognitionDecisionTable,
  recognitionEffectTable,
  recognitionEvidenceTable,
  recognitionExceptionTable,
  recognitionItemTable,
  recognitionPeriodTable,
  recognitionReturnTable,
} from './recognition/recognition.table.ts';
import {
  profileComparatorTable,
  profileCountTable,
  profileGapGroupTable,
  profileQuestionTable,
  profileSheetTable,
} from './profiles/profiles.table.ts';
import { keptFileTable } from './receipts/receipts.table.ts';
import { restrictionTable } from './restrictions/restrictions.table.ts';
import { taskTable } from './tasks/tasks.table.ts';
import {
  centreTable,
  parameterValueTable,
  referenceCounterTable,
} from './settings/settings.table.ts';
import { allowanceTable, usageTable } from './usage/usage.table.ts';
import { accountChangeTable, userTable } from './users/users.table.ts';
import { councilAccessTable, keyHoldingTable, venueTable } from './venues/venues.table.ts';
import {
  claimBatchTable,
  claimTable,
  claimLineTable,
  claimCapUseTable,
} from './claims/claims.table.ts';
import {
  claimReceiptTable,
  claimLineReceiptTable,
  claimSignatureTable,
  claimAnswerTable,
  travelPlanTable,
} from './claims/claim-papers.table.ts';
import {
  claimDecisionTable,
  claimPaymentTable,
  claimPaymentPartTable,
  claimReasonTable,
} from './claims/decisions.table.ts';
import { accountPersonTable } from './users/account-person.table.ts';

/** Every table the program maps. The full-text index of `search` is SQLite's own kind and stays outside. */
export const TABLES: readonly EntitySchema[] = [
  auditEntryTable,
  auditPersonalValueTable,
  subjectKeyTable,
  userTable,
  accountChangeTable,
  centreTable,
  parameterValueTable,
  referenceCounterTable,
  facilityTable,
  facilityPartTable,
  layoutTable,
  seatTable,
  groupTable,
  personTable,
  bookingTable,
  conditionTable,
  acknowledgementTable,
  restrictionTable,
  taskTable,
  seriesTable,
  waitingTable,
  squeezeTable,
  closeOutTable,
  foundItemTable,
  usageTable,
  allowanceTable,
  importRunTable,
  importRowTable,
  closureTable,
  venueTable,
  councilAccessTable,
  keyHoldingTable,
  areaTable,
  personRecordTable,
  personInterestTable,
  personConsentTable,
  groupRecordTable,
  groupAreaTable,
  groupHomesTable,
  groupDutyTable,
  groupDocumentTable,
  representationTable,
  groupSupportTable,
  committeeTable,
  termTable,
  vacancyTable,
  handOverTable,
  handOverLineTable,
  recognitionItemTable,
  recognitionEffectTable,
  recognitionReturnTable,
  recognitionEvidenceTable,
  recognitionDecisionTable,
  recognitionPeriodTable,
  recognitionExceptionTable,
  contactTable,
  agreementTable,
  agreementAreaTable,
  agreementPartyTable,
  agreementResponsibilityTable,
  agreementActionTable,
  agreementVersionTable,
  codeVersionTable,
  profileSheetTable,
  profileCountTable,
  profileQuestionTable,
  profileComparatorTable,
  profileGapGroupTable,
  payeeTable,
  payeeDetailsTable,
  bankMandateTable,
  mandateSignatoryTable,
  recordMergeTable,
  mergedRowTable,
  copyRequestTable,
  copyRequestStopTable,
  legalHoldTable,
  erasureTable,
  retentionLengthTable,
  retentionLineTable,
  mailingTable,
  mailingPersonTable,
  mailingOutcomeTable,
  activityTable,
  registerLineTable,
  claimKindPolicyTable,
  claimGeneralPolicyTable,
  keptFileTable,
  accountPersonTable,
  claimBatchTable,
  claimTable,
  claimLineTable,
  claimCapUseTable,
  claimReceiptTable,
  claimLineReceiptTable,
  claimSignatureTable,
  claimAnswerTable,
  travelPlanTable,
  claimDecisionTable,
  claimPaymentTable,
  claimPaymentPartTable,
  claimReasonTable,
] as readonly unknown[] as readonly EntitySchema[];
