import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '#db/api.contract';
import type { Role } from '#db/shared/roles';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import type { Desk } from '../support/program-for-tests.ts';

/**
 * Who may ask what, written by hand from the table of roles and not from the contract: D desk staff, O officer,
 * F finance approver, M manager, A auditor, N anybody who has not signed in.
 */
const MAY: Readonly<Record<string, string>> = {
  'agreements.add': 'DOM',
  'agreements.addCodeVersion': 'M',
  'agreements.change': 'DOM',
  'agreements.codeStanding': 'DOFMA',
  'agreements.codeVersions': 'DOFMA',
  'agreements.confirmSigned': 'DOM',
  'agreements.end': 'DOM',
  'agreements.get': 'DOFMA',
  'agreements.list': 'DOFMA',
  'agreements.printCompact': 'DOFMA',
  'agreements.printConfidentiality': 'DOFMA',
  'agreements.signatureBlocks': 'DOFMA',
  'agreements.startReview': 'DOM',
  'agreements.undoStep': 'DOM',
  'areas.add': 'M',
  'areas.bringBack': 'M',
  'areas.change': 'M',
  'areas.list': 'DOFMA',
  'areas.retire': 'M',
  'audit.check': 'MA',
  'audit.ofObject': 'DOFMA',
  'audit.recent': 'DOFMA',
  'bookings.addWaiting': 'DOM',
  'bookings.between': 'DOFMA',
  'bookings.cancel': 'DOM',
  'bookings.cancelSeries': 'DOM',
  'bookings.change': 'DOM',
  'bookings.changeSeries': 'DOM',
  'bookings.closeOut': 'DOFMA',
  'bookings.confirmHold': 'DOM',
  'bookings.confirmOffer': 'DOM',
  'bookings.confirmRequest': 'OM',
  'bookings.confirmRequests': 'OM',
  'bookings.create': 'DOM',
  'bookings.createSeries': 'DOM',
  'bookings.exportCalendar': 'DOFMA',
  'bookings.findFree': 'DOFMA',
  'bookings.foresee': 'DOFMA',
  'bookings.found': 'DOFMA',
  'bookings.get': 'DOFMA',
  'bookings.inMonth': 'DOFMA',
  'bookings.lastOf': 'DOFMA',
  'bookings.list': 'DOFMA',
  'bookings.notice': 'DOFMA',
  'bookings.ofBooker': 'DOFMA',
  'bookings.onDay': 'DOFMA',
  'bookings.onWeek': 'DOFMA',
  'bookings.previewSeries': 'DOFMA',
  'bookings.previewSeriesChange': 'DOFMA',
  'bookings.printBlankForm': 'DOFMA',
  'bookings.printCheckOutSheet': 'DOFMA',
  'bookings.printDaySheet': 'DOFMA',
  'bookings.printDoorSign': 'DOFMA',
  'bookings.printMonthOverview': 'DOFMA',
  'bookings.printSlip': 'DOFMA',
  'bookings.printWeekSheet': 'DOFMA',
  'bookings.queue': 'DOFMA',
  'bookings.recordNoShow': 'DOM',
  'bookings.series': 'DOFMA',
  'bookings.settleFound': 'DOM',
  'bookings.squeezes': 'DOFMA',
  'bookings.startOffer': 'DOM',
  'bookings.startUse': 'DOM',
  'bookings.stopUse': 'DOM',
  'bookings.today': 'DOFMA',
  'bookings.undecided': 'DOFMA',
  'bookings.undoCancel': 'DOM',
  'bookings.undoSeriesChange': 'DOM',
  'bookings.undoUse': 'DOM',
  'bookings.withdrawOffer': 'DOM',
  'bookings.withdrawRequest': 'OM',
  'bookings.withdrawWaiting': 'DOM',
  'calendar.addClosure': 'M',
  'calendar.closures': 'DOFMA',
  'calendar.countWorkingDays': 'DOFMA',
  'calendar.hitBy': 'DOFMA',
  'calendar.withdrawClosure': 'M',
  'calendar.year': 'DOFMA',
  'conditions.acknowledged': 'DOFMA',
  'conditions.addText': 'M',
  'conditions.missing': 'DOFMA',
  'conditions.printFireSheet': 'DOFMA',
  'conditions.printGuidelines': 'DOFMA',
  'conditions.printNotice': 'DOFMA',
  'conditions.recordAcknowledged': 'DOM',
  'conditions.texts': 'DOFMA',
  'diagnostics.make': 'DOFMA',
  'directory.add': 'DOM',
  'directory.addStartingNames': 'DOM',
  'directory.bringBack': 'DOM',
  'directory.change': 'DOM',
  'directory.confirmVerified': 'DOM',
  'directory.exportList': 'DOFMA',
  'directory.list': 'DOFMA',
  'directory.printSheet': 'DOFMA',
  'directory.retire': 'DOM',
  'directory.startingNames': 'DOFMA',
  'directory.undoVerified': 'DOM',
  'facilities.add': 'M',
  'facilities.change': 'M',
  'facilities.list': 'DOFMA',
  'facilities.markSeat': 'DOM',
  'facilities.setLayouts': 'M',
  'facilities.setSeats': 'M',
  'facilities.setUse': 'M',
  'groups.add': 'DOM',
  'groups.addDocument': 'DOM',
  'groups.addHomes': 'DOM',
  'groups.addRepresentation': 'DOM',
  'groups.askReport': 'DOM',
  'groups.change': 'DOM',
  'groups.changeDocument': 'DOM',
  'groups.changeLandlord': 'DOM',
  'groups.changeRecord': 'DOM',
  'groups.confirmDetails': 'DOM',
  'groups.coverage': 'DOFMA',
  'groups.endGroup': 'DOM',
  'groups.endRepresentation': 'DOM',
  'groups.exportRegister': 'DOFMA',
  'groups.get': 'DOFMA',
  'groups.list': 'DOFMA',
  'groups.printCoverage': 'DOFMA',
  'groups.printOtherForm': 'DOFMA',
  'groups.printRecord': 'DOFMA',
  'groups.printRegister': 'DOFMA',
  'groups.printRepForm': 'DOFMA',
  'groups.printStarterPack': 'DOFMA',
  'groups.record': 'DOFMA',
  'groups.recordSupport': 'DOM',
  'groups.register': 'DOFMA',
  'groups.setDuty': 'DOM',
  'groups.startUp': 'DOFMA',
  'groups.undoEnd': 'DOM',
  'groups.warnings': 'DOFMA',
  'groups.withdrawDocument': 'DOM',
  'groups.withdrawHomes': 'DOM',
  'groups.withdrawSupport': 'DOM',
  'holdings.about': 'DOM',
  'holdings.joinRecords': 'DOM',
  'holdings.mergesOf': 'DOM',
  'holdings.previewMerge': 'DOM',
  'holdings.undoJoin': 'DOM',
  'imports.checkFile': 'M',
  'imports.exportProblems': 'M',
  'imports.runs': 'M',
  'imports.startImport': 'M',
  'imports.undoImport': 'M',
  'mailings.choice': 'DOM',
  'mailings.create': 'DOM',
  'mailings.exportEmails': 'DOM',
  'mailings.get': 'DOM',
  'mailings.list': 'DOM',
  'mailings.ofPerson': 'DOM',
  'mailings.printBoard': 'DOM',
  'mailings.printCalls': 'DOM',
  'mailings.printLabels': 'DOM',
  'mailings.printLetters': 'DOM',
  'mailings.recordOutcome': 'DOM',
  'mailings.sending': 'DOM',
  'mailings.undoCreate': 'DOM',
  'mailings.undoOutcome': 'DOM',
  'mailings.wish': 'DOM',
  'officers.addTerm': 'DOM',
  'officers.capacities': 'DOFMA',
  'officers.changeTerm': 'DOM',
  'officers.confirmInduction': 'DOM',
  'officers.enterCommittee': 'DOM',
  'officers.handOvers': 'DOFMA',
  'officers.list': 'DOFMA',
  'officers.markLine': 'DOM',
  'officers.printContactSheet': 'DOFMA',
  'officers.printHandOver': 'DOFMA',
  'officers.printLetters': 'DOFMA',
  'officers.printNotification': 'DOFMA',
  'officers.setVacancyDeadline': 'DOM',
  'officers.terms': 'DOFMA',
  'officers.termsOfPerson': 'DOFMA',
  'officers.undoCommittee': 'DOM',
  'officers.withdrawTerm': 'DOM',
  'payees.addDetails': 'DOM',
  'payees.changeMandate': 'DOM',
  'payees.mandate': 'DOFMA',
  'payees.ofParty': 'DOFMA',
  'payees.printForm': 'DOFMA',
  'payees.recordCallBack': 'FM',
  'payees.rejectDetails': 'DOFM',
  'payees.showInFull': 'OM',
  'people.add': 'DOM',
  'people.change': 'DOM',
  'people.changeRecord': 'DOM',
  'people.confirmDetails': 'DOM',
  'people.consents': 'DOM',
  'people.doubles': 'DOM',
  'people.get': 'DOFMA',
  'people.giveConsent': 'DOM',
  'people.list': 'DOFMA',
  'people.needs': 'DOM',
  'people.printConsent': 'DOM',
  'people.printInterest': 'DOM',
  'people.record': 'DOM',
  'people.register': 'DOM',
  'people.withdrawConsent': 'DOM',
  'profiles.addGapGroup': 'M',
  'profiles.addSheet': 'DOM',
  'profiles.changeGapGroup': 'M',
  'profiles.changeQuestion': 'M',
  'profiles.completeness': 'OMA',
  'profiles.counts': 'OMA',
  'profiles.exportCounts': 'OMA',
  'profiles.gapGroups': 'OMA',
  'profiles.printCounts': 'OMA',
  'profiles.printForm': 'DOFMA',
  'profiles.questions': 'DOFMA',
  'profiles.removeGapGroup': 'M',
  'profiles.setComparator': 'M',
  'profiles.settleSheets': 'OM',
  'profiles.waiting': 'DOM',
  'profiles.withdrawSheet': 'DOM',
  'recognition.addException': 'M',
  'recognition.ofGroup': 'DOFMA',
  'recognition.printCertificate': 'DOFMA',
  'recognition.printDecision': 'DOFMA',
  'recognition.printForm': 'DOFMA',
  'recognition.printOutstanding': 'DOFMA',
  'recognition.recordDecision': 'M',
  'recognition.rules': 'DOFMA',
  'recognition.setEffect': 'M',
  'recognition.setEvidence': 'DOM',
  'recognition.setItems': 'M',
  'recognition.startReturn': 'DOM',
  'recognition.stops': 'DOFMA',
  'recognition.undoDecision': 'DOM',
  'recognition.withdraw': 'M',
  'reports.exportBookings': 'DOFMA',
  'reports.exportUse': 'DOFMA',
  'reports.printUse': 'DOFMA',
  'reports.use': 'DOFMA',
  'restrictions.add': 'M',
  'restrictions.barring': 'DOFMA',
  'restrictions.change': 'M',
  'restrictions.hitBy': 'DOFMA',
  'restrictions.lift': 'M',
  'restrictions.list': 'DOFMA',
  'restrictions.printLetter': 'DOFMA',
  'search.everything': 'DOFMA',
  'session.current': 'DOFMAN',
  'session.lock': 'DOFMA',
  'session.openPractice': 'DOFMAN',
  'session.signOut': 'DOFMA',
  'session.stopAct': 'DOFMA',
  'session.touch': 'DOFMA',
  'session.unlock': 'DOFMA',
  'settings.centre': 'DOFMA',
  'settings.changeCentre': 'M',
  'settings.history': 'DOFMA',
  'settings.officeHours': 'DOFMA',
  'settings.parameters': 'DOFMA',
  'settings.setParameter': 'M',
  'setup.addFirstManager': 'DOFMAN',
  'setup.checkFolder': 'DOFMAN',
  'setup.chooseCentres': 'DOFMAN',
  'setup.chooseCouncil': 'DOFMAN',
  'setup.chooseFolder': 'DOFMAN',
  'setup.describeCentre': 'M',
  'setup.progress': 'DOFMAN',
  'setup.saveComfort': 'DOFMAN',
  'tasks.confirmDone': 'DOM',
  'tasks.list': 'DOFMA',
  'tasks.undoDone': 'DOM',
  'timeline.list': 'DOFMA',
  'timeline.printPerson': 'DOM',
  'timeline.today': 'DOFMA',
  'usage.allowances': 'DOFMA',
  'usage.left': 'DOFMA',
  'usage.list': 'DOFMA',
  'usage.now': 'DOFMA',
  'usage.printLog': 'DOFMA',
  'usage.record': 'DOM',
  'usage.setAllowance': 'M',
  'usage.start': 'DOM',
  'usage.stop': 'DOM',
  'usage.undoStop': 'DOM',
  'usage.withdraw': 'DOM',
  'users.add': 'M',
  'users.askChange': 'M',
  'users.confirmChange': 'FM',
  'users.list': 'FMA',
  'users.setOwnPassphrase': 'DOFMA',
  'users.setOwnPin': 'DOFMA',
  'users.signIn': 'DOFMAN',
  'users.unlockAccount': 'M',
  'users.withdrawChange': 'FM',
  'venues.accessLog': 'DOFMA',
  'venues.add': 'M',
  'venues.change': 'M',
  'venues.changeAccess': 'DOM',
  'venues.changeKey': 'DOM',
  'venues.keys': 'DOFMA',
  'venues.list': 'DOFMA',
  'venues.printAccessLog': 'DOFMA',
  'venues.recordAccess': 'DOM',
  'venues.recordKey': 'DOM',
  'venues.returnKey': 'DOM',
};

const LETTERS: Readonly<Record<string, Role | 'nobody'>> = {
  D: 'desk',
  O: 'officer',
  F: 'finance',
  M: 'manager',
  A: 'auditor',
  N: 'nobody',
};

/** What a locked screen still answers. */
const WHILE_LOCKED = ['session.current', 'session.lock', 'session.signOut', 'session.unlock'];

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core.close());

const newScreen = (who: string): Desk =>
  who === 'N' ? core.nobody() : core.as(LETTERS[who] as Role);

/** An input that no procedure takes, so that a call which is let in goes no further. */
const NO_INPUT = { 'no such field': true };

async function isLetIn(screen: Desk, name: string): Promise<boolean> {
  const result = await screen.ask(name, NO_INPUT);
  if (result.ok) throw new Error(`${name} took an input that it cannot have`);
  const { code } = result.error;
  if (code === 'session.none' || code === 'session.not-allowed') return false;
  expect(code).toBe('api.invalid-input');
  return true;
}

describe('Who may ask what', () => {
  it('is written down for every procedure', () => {
    expect([...PROCEDURES.keys()].toSorted()).toEqual(Object.keys(MAY).toSorted());
  });

  it.each(Object.entries(MAY))('lets into %s: %s, and nobody else', async (name, letters) => {
    const letIn: string[] = [];
    for (const who of Object.keys(LETTERS))
      if (await isLetIn(newScreen(who), name)) letIn.push(who);
    expect(letIn.toSorted()).toEqual(letters.split('').toSorted());
  });

  it('says which role it takes, in words', async () => {
    expect(await core.as('desk').refusal('users.confirmChange', {})).toMatchObject({
      code: 'session.not-allowed',
      message:
        'This needs another role than yours (desk staff). Ask someone with the role of finance approver or manager.',
    });
  });

  it.each([...PROCEDURES])('is asked of a locked screen too, for %s', async (name, procedure) => {
    if (procedure.access === 'anyone') return expect(MAY[name]).toContain('N');
    const screen = core.as('manager');
    await screen.call('session.lock', {});
    const result = await screen.ask(name, NO_INPUT);
    const code = result.ok ? 'none' : result.error.code;
    if (WHILE_LOCKED.includes(name)) expect(code).toBe('api.invalid-input');
    else expect(code).toMatch(/^session\.(locked|not-allowed)$/);
    if (procedure.access === 'signed-in' || procedure.access.includes('manager'))
      expect(code === 'session.locked').toBe(!WHILE_LOCKED.includes(name));
    return undefined;
  });

  it('refuses a name that is no procedure', async () => {
    for (const name of ['bookings.remove', '__proto__', 'constructor', '', 'bookings'])
      expect(await core.as('manager').ask(name)).toMatchObject({
        ok: false,
        error: {
          code: 'api.no-such-procedure',
          message:
            'The program was asked for something it does not have. Close this window and open it again.',
        },
      });
  });
});
