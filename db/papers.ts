import { AttendanceSheetValues, drawAttendanceSheet } from './activities/attendance-sheet.pdf.ts';
import { CompactValues, drawCompact } from './agreements/compact.pdf.ts';
import { ConfidentialityValues, drawConfidentiality } from './agreements/confidentiality.pdf.ts';
import { BookingFormValues, drawBookingForm } from './bookings/papers/booking-form.pdf.ts';
import { BookingSlipValues, drawBookingSlip } from './bookings/papers/booking-slip.pdf.ts';
import { CheckOutSheetValues, drawCheckOutSheet } from './bookings/papers/check-out-sheet.pdf.ts';
import { DaySheetValues, drawDaySheet } from './bookings/papers/day-sheet.pdf.ts';
import { DoorSignValues, drawDoorSign } from './bookings/papers/door-sign.pdf.ts';
import { drawMonthOverview, MonthOverviewValues } from './bookings/papers/month-overview.pdf.ts';
import { drawWeekSheet, WeekSheetValues } from './bookings/papers/week-sheet.pdf.ts';
import {
  drawWhatYouCanClaim,
  WhatYouCanClaimValues,
} from './claim-policy/what-you-can-claim.pdf.ts';
import { CashReceiptValues, drawCashReceipt } from './claims/papers/cash-receipt.pdf.ts';
import { ClaimsRegisterValues, drawClaimsRegister } from './claims/papers/claims-register.pdf.ts';
import { ClaimDecisionValues, drawClaimDecision } from './claims/papers/decision-letter.pdf.ts';
import { drawTreasurerSheet, TreasurerSheetValues } from './claims/papers/treasurer-sheet.pdf.ts';
import { drawClaimForm } from './claims/papers/claim-form.pdf.ts';
import { ClaimFormValues } from './claims/papers/claim-form-values.ts';
import { drawFireSheet, FireSheetValues } from './conditions/fire-sheet.pdf.ts';
import { drawGuidelines, GuidelinesValues } from './conditions/guidelines.pdf.ts';
import { drawNotice, NoticeValues } from './conditions/notice.pdf.ts';
import { drawUsefulContacts, UsefulContactsValues } from './directory/useful-contacts.pdf.ts';
import { ConsentSheetValues, drawConsentSheet } from './people/consent-sheet.pdf.ts';
import { drawInterestForm, InterestFormValues } from './people/interest-form.pdf.ts';
import { CoverageListValues, drawCoverageList } from './groups/papers/coverage-list.pdf.ts';
import { drawOtherForm, OtherFormValues } from './groups/papers/other-form.pdf.ts';
import { drawRecordSheet, RecordSheetValues } from './groups/papers/record-sheet.pdf.ts';
import { drawRegister, RegisterValues } from './groups/papers/register.pdf.ts';
import { drawRepForm, RepFormValues } from './groups/papers/rep-form.pdf.ts';
import { drawStarterPack, StarterPackValues } from './groups/papers/starter-pack.pdf.ts';
import { ContactSheetValues, drawContactSheet } from './officers/contact-sheet.pdf.ts';
import { drawHandOverLetters, HandOverLettersValues } from './officers/hand-over-letters.pdf.ts';
import {
  drawOfficerNotification,
  OfficerNotificationValues,
} from './officers/officer-notification.pdf.ts';
import { drawPersonFile, PersonFileValues } from './holdings/person-file/person-file.pdf.ts';
import { BankDetailsFormValues, drawBankDetailsForm } from './payees/bank-details-form.pdf.ts';
import { CertificateValues, drawCertificate } from './recognition/papers/certificate.pdf.ts';
import {
  DecisionLetterValues,
  drawDecisionLetter,
} from './recognition/papers/decision-letter.pdf.ts';
import {
  drawOutstandingLetter,
  OutstandingLetterValues,
} from './recognition/papers/outstanding-letter.pdf.ts';
import {
  drawRecognitionForm,
  RecognitionFormValues,
} from './recognition/papers/recognition-form.pdf.ts';
import {
  drawWithdrawalLetter,
  WithdrawalLetterValues,
} from './recognition/papers/withdrawal-letter.pdf.ts';
import { BoardReportValues, drawBoardReport } from './mailings/board-report.pdf.ts';
import { CallSheetValues, drawCallSheet } from './mailings/call-sheet.pdf.ts';
import { drawLabels, LabelsValues } from './mailings/labels.pdf.ts';
import { drawLetters, LettersValues } from './mailings/letters.pdf.ts';
import { drawProfileForm, ProfileFormValues } from './profiles/profile-form.pdf.ts';
import { drawProfileReport, ProfileReportValues } from './profiles/profile-report.pdf.ts';
import { drawUseReport, UseReportValues } from './reports/use-report.pdf.ts';
import {
  drawRestrictionLetter,
  RestrictionLetterValues,
} from './restrictions/restriction-letter.pdf.ts';
import type { DrawnPaper, PaperJob, TellDrawn } from './shared/paper.ts';
import type { PaperFonts } from './shared/pdf/fonts.ts';
import { drawUsageLog, UsageLogValues } from './usage/usage-log.pdf.ts';
import { CouncilAccessLogValues, drawCouncilAccessLog } from './venues/council-access-log.pdf.ts';

type Draw = (fonts: PaperFonts, values: unknown, tell: TellDrawn) => DrawnPaper;

/** Every paper the program can draw, by the name that services ask for. */
const PAPERS: Readonly<Record<string, Draw>> = {
  'booking-form': (fonts, values) => drawBookingForm(fonts, BookingFormValues.parse(values)),
  'booking-slip': (fonts, values) => drawBookingSlip(fonts, BookingSlipValues.parse(values)),
  'council-access-log': (fonts, values) =>
    drawCouncilAccessLog(fonts, CouncilAccessLogValues.parse(values)),
  'day-sheet': (fonts, values) => drawDaySheet(fonts, DaySheetValues.parse(values)),
  'check-out-sheet': (fonts, values) => drawCheckOutSheet(fonts, CheckOutSheetValues.parse(values)),
  'door-sign': (fonts, values) => drawDoorSign(fonts, DoorSignValues.parse(values)),
  'month-overview': (fonts, values) => drawMonthOverview(fonts, MonthOverviewValues.parse(values)),
  'week-sheet': (fonts, values) => drawWeekSheet(fonts, WeekSheetValues.parse(values)),
  'fire-sheet': (fonts, values) => drawFireSheet(fonts, FireSheetValues.parse(values)),
  guidelines: (fonts, values) => drawGuidelines(fonts, GuidelinesValues.parse(values)),
  notice: (fonts, values) => drawNotice(fonts, NoticeValues.parse(values)),
  compact: (fonts, values) => drawCompact(fonts, CompactValues.parse(values)),
  'confidentiality-agreement': (fonts, values) =>
    drawConfidentiality(fonts, ConfidentialityValues.parse(values)),
  'useful-contacts': (fonts, values) =>
    drawUsefulContacts(fonts, UsefulContactsValues.parse(values)),
  'consent-sheet': (fonts, values) => drawConsentSheet(fonts, ConsentSheetValues.parse(values)),
  'interest-form': (fonts, values) => drawInterestForm(fonts, InterestFormValues.parse(values)),
  'mailing-calls': (fonts, values) => drawCallSheet(fonts, CallSheetValues.parse(values)),
  'mailing-labels': (fonts, values) => drawLabels(fonts, LabelsValues.parse(values)),
  'mailing-letters': (fonts, values, tell) => drawLetters(fonts, LettersValues.parse(values), tell),
  'sounding-board': (fonts, values) => drawBoardReport(fonts, BoardReportValues.parse(values)),
  'profile-form': (fonts, values) => drawProfileForm(fonts, ProfileFormValues.parse(values)),
  'profile-report': (fonts, values) => drawProfileReport(fonts, ProfileReportValues.parse(values)),
  'claim-cash-receipt': (fonts, values) => drawCashReceipt(fonts, CashReceiptValues.parse(values)),
  'claim-decision': (fonts, values) => drawClaimDecision(fonts, ClaimDecisionValues.parse(values)),
  'claim-sheet': (fonts, values) => drawTreasurerSheet(fonts, TreasurerSheetValues.parse(values)),
  'claims-register': (fonts, values) =>
    drawClaimsRegister(fonts, ClaimsRegisterValues.parse(values)),
  'claim-form': (fonts, values) => drawClaimForm(fonts, ClaimFormValues.parse(values)),
  'restriction-letter': (fonts, values) =>
    drawRestrictionLetter(fonts, RestrictionLetterValues.parse(values)),
  'group-record': (fonts, values) => drawRecordSheet(fonts, RecordSheetValues.parse(values)),
  'group-register': (fonts, values) => drawRegister(fonts, RegisterValues.parse(values)),
  'area-coverage': (fonts, values) => drawCoverageList(fonts, CoverageListValues.parse(values)),
  'rep-form': (fonts, values) => drawRepForm(fonts, RepFormValues.parse(values)),
  'starter-pack': (fonts, values) => drawStarterPack(fonts, StarterPackValues.parse(values)),
  'other-group-form': (fonts, values) => drawOtherForm(fonts, OtherFormValues.parse(values)),
  'officer-notification': (fonts, values) =>
    drawOfficerNotification(fonts, OfficerNotificationValues.parse(values)),
  'officer-contact-sheet': (fonts, values) =>
    drawContactSheet(fonts, ContactSheetValues.parse(values)),
  'hand-over-letters': (fonts, values) =>
    drawHandOverLetters(fonts, HandOverLettersValues.parse(values)),
  'person-file': (fonts, values) => drawPersonFile(fonts, PersonFileValues.parse(values)),
  'bank-details-form': (fonts, values) =>
    drawBankDetailsForm(fonts, BankDetailsFormValues.parse(values)),
  'recognition-form': (fonts, values) =>
    drawRecognitionForm(fonts, RecognitionFormValues.parse(values)),
  'recognition-decision': (fonts, values) =>
    drawDecisionLetter(fonts, DecisionLetterValues.parse(values)),
  'recognition-withdrawal': (fonts, values) =>
    drawWithdrawalLetter(fonts, WithdrawalLetterValues.parse(values)),
  'recognition-outstanding': (fonts, values) =>
    drawOutstandingLetter(fonts, OutstandingLetterValues.parse(values)),
  'recognition-certificate': (fonts, values) =>
    drawCertificate(fonts, CertificateValues.parse(values)),
  'what-you-can-claim': (fonts, values) =>
    drawWhatYouCanClaim(fonts, WhatYouCanClaimValues.parse(values)),
  'use-report': (fonts, values) => drawUseReport(fonts, UseReportValues.parse(values)),
  'attendance-sheet': (fonts, values) =>
    drawAttendanceSheet(fonts, AttendanceSheetValues.parse(values)),
  'usage-log': (fonts, values) => drawUsageLog(fonts, UsageLogValues.parse(values)),
};

/** Draws one paper from plain values; a long one says how far it is. Throws a defect for a name nobody has declared. */
export function drawByName(
  fonts: PaperFonts,
  job: PaperJob,
  tell: TellDrawn = () => undefined,
): DrawnPaper {
  const draw = PAPERS[job.paper];
  if (draw === undefined) throw new Error(`No paper is called ${job.paper}`);
  return draw(fonts, job.values, tell);
}
