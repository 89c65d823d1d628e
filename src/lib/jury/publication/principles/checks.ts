/**
 * The record beside the OECD's good practice principles for deliberative processes (2020): one check a promise that the record can confirm or belie. A
 * check says what it was computed from; nobody marks it, and none of them adds up to a grade.
 */
import * as mandate from './mandate.ts';
import * as keeping from './keeping.ts';
import * as people from './people.ts';
import { saidByJurors, untold } from './reading.ts';
import type { Finding, Reading } from './reading.ts';
import type { Item } from '../../surveys/items.ts';
import * as work from './work.ts';

/** In the order of the OECD. */
export const PRINCIPLES = [
  'purpose',
  'accountability',
  'transparency',
  'inclusiveness',
  'representativeness',
  'information',
  'deliberation',
  'time',
  'integrity',
  'privacy',
  'evaluation',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** Parts of `record.json`. */
type Source = string;

interface Check<Figures> {
  readonly principle: Principle;
  readonly from: readonly Source[];
  readonly of: (reading: Reading) => Finding<Figures>;
}

const check = <Figures>(
  principle: Principle,
  from: readonly Source[],
  of: (reading: Reading) => Finding<Figures>,
): Check<Figures> => ({ principle, from, of });

const saying = (principle: Principle, item: Item, how?: { readonly against: boolean }) =>
  check(principle, [`surveys.surveys.evaluation.${item}`], saidByJurors(item, how));

export const CHECKS = {
  'mandate-first': check('purpose', ['charter.mandate', 'charter.reached'], mandate.mandateFirst),
  'question-clear': saying('purpose', 'question-clear'),
  'answer-promised': check('accountability', ['charter.mandate.respondBy'], mandate.answerPromised),
  'answered-in-time': check(
    'accountability',
    ['verdict.recommendations.answers', 'charter.mandate.respondBy'],
    mandate.answeredInTime,
  ),
  'reported-in-time': check('accountability', ['verdict.recommendations.reports'], mandate.reportedInTime),
  'announced-first': check('transparency', ['charter.reached', 'charter.starts'], mandate.announcedFirst),
  'draw-checkable': check('transparency', ['selection.frozen', 'selection.draw'], mandate.drawCheckable),
  'interests-declared': check('transparency', ['witnesses.interests'], mandate.interestsDeclared),
  'funding-told': check('transparency', [], untold),
  'seats-filled': check('inclusiveness', ['charter.seats', 'seating'], people.seatsFilled),
  'lived-experience': check('inclusiveness', ['witnesses.kind'], people.livedExperience),
  'access-met': saying('inclusiveness', 'access-met'),
  'costs-covered': check('inclusiveness', [], untold),
  'targets-met': check('representativeness', ['selection.targets', 'selection.draw'], people.targetsMet),
  'attitude-among-targets': check(
    'representativeness',
    ['selection.attitude', 'selection.targets'],
    people.attitudeAmongTargets,
  ),
  'everyone-had-a-chance': check('representativeness', ['selection.frozen.chances'], people.everyoneHadAChance),
  'selection-fair': saying('representativeness', 'selection-fair'),
  'sides-balanced': check('information', ['balance.positions'], work.sidesBalanced),
  'several-nominators': check('information', ['balance.nominators'], work.severalNominators),
  'jurors-chose': check('information', ['calls', 'witnesses.nominatedBy'], work.jurorsChose),
  'questions-answered': check('information', ['process.questions', 'owed'], work.questionsAnswered),
  'evidence-balanced': saying('information', 'evidence-balanced'),
  'evidence-plain': saying('information', 'evidence-plain'),
  'mixed-formats': check('deliberation', ['process.minutes'], work.mixedFormats),
  facilitated: check('deliberation', ['process.offices.facilitator'], work.facilitated),
  'could-speak': saying('deliberation', 'could-speak'),
  'was-heard': saying('deliberation', 'was-heard'),
  'was-pressed': saying('deliberation', 'was-pressed', { against: true }),
  'hours-sat': check('time', ['process.minutes', 'process.sessions'], work.hoursSat),
  'time-enough': saying('time', 'time-enough'),
  overseen: check('integrity', ['process.offices.oversight'], keeping.overseen),
  'counts-certified': check(
    'integrity',
    ['verdict.recommendations.ballot', 'verdict.polls.ballot'],
    keeping.countsCertified,
  ),
  'appeals-decided': check('integrity', ['moderation'], keeping.appealsDecided),
  'complaints-answered': check('integrity', ['process.complaints'], keeping.complaintsAnswered),
  'facilitation-impartial': saying('integrity', 'facilitation-impartial'),
  'votes-hidden': check('privacy', ['verdict.recommendations.ballot'], people.votesHidden),
  'privacy-respected': saying('privacy', 'privacy-respected'),
  'evaluation-held': check('evaluation', ['surveys.surveys.evaluation'], keeping.evaluationHeld),
  'asked-before-and-after': check('evaluation', ['surveys.surveys'], keeping.askedBeforeAndAfter),
  'evaluated-independently': check('evaluation', [], untold),
} as const;

export type CheckId = keyof typeof CHECKS;
export type FiguresOf<Id extends CheckId> = ReturnType<(typeof CHECKS)[Id]['of']>['figures'];

/** A check with its result: of each the figures that belong to it. */
export type Checked = {
  readonly [Id in CheckId]: Finding<FiguresOf<Id>> &
    Pick<(typeof CHECKS)[Id], 'principle' | 'from'> & { readonly id: Id };
}[CheckId];

/** [P42] All checks of a record on a day, in the order of the principles. */
export const checksOf = (reading: Reading): readonly Checked[] =>
  (Object.keys(CHECKS) as CheckId[]).map((id) => {
    const { principle, from, of } = CHECKS[id];
    return { id, principle, from, ...of(reading) } as Checked;
  });
