/** What is left to do at the end of a stage in a life that was lived at random. */
import type { Command, CommandOf } from '../../src/lib/jury/commands.ts';
import { activeJurors } from '../../src/lib/jury/recruitment/seats.ts';
import { partsOf } from '../../src/lib/jury/verdict/translation-rules.ts';
import { ballotOn } from '../../src/lib/jury/verdict/verdict.ts';
import { writingGroupOf } from '../../src/lib/jury/verdict/writing-group.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OFFICER,
  answer,
  ORGANISER,
  OVERSIGHT,
  attempt,
  record,
  sitting,
  wording,
} from '../support/jury.ts';
import { outcomePlaces } from '../../src/lib/jury/verdict/outcome-place.ts';
import type { Actor, Played, Step } from '../support/jury.ts';
import { plannedToClose } from './deciding-scenes.ts';
import { SAID_BESIDES, noted } from './drafting-scenes.ts';
import type { Dice } from './histories.ts';

/** Carries out what may be carried out and passes over what is refused. */
export function tried(from: Played, steps: readonly Step[]): Played {
  return steps.reduce((played, [actor, command]) => {
    const { result, papers } = attempt(played, actor, command);
    return result.ok ? record(played, actor, result.value, papers) : played;
  }, from);
}

/** The witness who was invited last is asked one question and answers it. */
export function heard(played: Played): Played {
  const [first, second] = sitting(played) as [Actor, Actor];
  const about = { witness: played.jury.evidence.witnesses.at(-1)?.id ?? 'nothing' };
  const question = `Q${played.jury.evidence.questions.length + 1}`;
  return tried(played, [
    [ORGANISER, { type: 'declare-interests', ...about, interests: 'None.' }],
    [first, { type: 'ask-question', ...about, text: 'How many travel at night?' }],
    [second, { type: 'support-question', question }],
    [second, { type: 'unsupport-question', question }],
    [FACILITATOR, { type: 'approve-question', question }],
    ...played.jury.evidence.witnesses.map(({ id }): Step => [FACILITATOR, { type: 'close-hearing', witness: id }]),
    [first, { type: 'call-witness', who: 'A night bus driver', why: 'Nobody who drives was heard.' }],
    [second, { type: 'sign-call', call: `L${played.jury.evidence.calls.length + 1}` }],
    [
      ORGANISER,
      { type: 'answer-call', call: `L${played.jury.evidence.calls.length + 1}`, granted: true, reason: 'Yes.' },
    ],
    ...everyFate(about.witness, played.jury.evidence.questions.length + 2, [first, second]),
    [FACILITATOR, { type: 'open-hearing', ...about }],
    [FACILITATOR, { type: 'put-question', question }],
    [FACILITATOR, { type: 'answer-question', question, text: 'About two thousand.' }],
    [first, { type: 'judge-answer', question, judgement: 'partly', missing: 'And on Sundays?' }],
    ...fromOutside(played, about.witness),
    ...checked(played, first, second),
  ]);
}

/** The public sends two questions, of which one is put to the witness; the witness hands something in and is found balanced or not. */
function fromOutside(played: Played, witness: string): Step[] {
  const { box, admitted } = played.jury.evidence.fromPublic;
  const [one, other] = [1, 2].map((at) => `U${box.length + admitted.length + at}`) as [string, string];
  const day = '2027-12-31';
  return [
    [{ kind: 'public' }, { type: 'send-public-question', text: 'Who cleans the buses?', called: 'A passenger' }],
    [{ kind: 'public' }, { type: 'send-public-question', text: 'Whose cousin drives them?' }],
    [FACILITATOR, { type: 'admit-public-question', sent: one }],
    [FACILITATOR, { type: 'decline-public-question', sent: other, rule: 'personal' }],
    [FACILITATOR, { type: 'pass-public-question', sent: one, witness }],
    [ORGANISER, { type: 'set-position', item: witness, position: 'for', planned: 20 }],
    [ORGANISER, { type: 'set-handout-day', witness, day }],
    [ORGANISER, { type: 'hand-in-text', witness, title: 'Counts', body: 'Two thousand a night.' }],
    [FACILITATOR, { type: 'close-hearing', witness }],
    ...sitting(played)
      .slice(0, 6)
      .map((actor): Step => [actor, { type: 'rate-balance', witness, rating: 'balanced' }]),
    [FACILITATOR, { type: 'tell-balance', witness }],
    [FACILITATOR, { type: 'open-hearing', witness }],
  ];
}

/** Three claims: one is checked and answered, one declined, one waits. */
function checked(played: Played, first: Actor, second: Actor): Step[] {
  const { checks, exhibits } = played.jury.evidence;
  const [done, declined] = [1, 2].map((at) => `F${checks.length + at}`) as [string, string];
  const of = exhibits.find((exhibit) => !exhibit.withdrawn)?.id ?? 'nothing';
  return [
    ...['It costs 40 million.', 'His brother sold it.', 'Nobody rides.'].map((claim): Step => {
      return [first, { type: 'request-fact-check', of, claim }];
    }),
    [second, { type: 'support-fact-check', check: done }],
    [ORGANISER, { type: 'take-fact-check', check: done }],
    [ORGANISER, { type: 'answer-fact-check', check: done, finding: 'confirmed', text: 'So it is.', source: 'Budget' }],
    [ORGANISER, { type: 'decline-fact-check', check: declined, rule: 'personal' }],
  ];
}

/** Four more questions, from number `next` on: declined and written anew, joined, withdrawn, answered later. */
function everyFate(witness: string, next: number, [first, second]: readonly [Actor, Actor]): Step[] {
  const [anew, joined, gone, later] = [0, 1, 2, 3].map((at) => `Q${next + at}`) as [string, string, string, string];
  return [
    ...['Why so many?', 'And by tram?', 'Who pays?', 'Who drives?'].map((text): Step => {
      return [first, { type: 'ask-question', witness, text }];
    }),
    [FACILITATOR, { type: 'decline-question', question: anew, rule: 'unclear' }],
    [first, { type: 'resubmit-question', question: anew, text: 'Why did so many travel?' }],
    [FACILITATOR, { type: 'approve-question', question: anew }],
    [second, { type: 'support-question', question: joined }],
    [FACILITATOR, { type: 'merge-question', question: joined, into: anew }],
    [first, { type: 'withdraw-question', question: gone }],
    [FACILITATOR, { type: 'approve-question', question: later }],
    [FACILITATOR, { type: 'defer-question', question: later, due: '2027-12-31' }],
  ];
}

/** One recommendation with suggestions of every fate and two consent rounds, of which the second ends with the words. */
export function talkedOver(played: Played, recommendation: string): Played {
  const [first, second] = sitting(played) as [Actor, Actor];
  const { suggestions, rounds, points } = played.jury.verdict;
  const suggestion = (at: number) => ({ suggestion: `G${suggestions.length + at}` });
  const suggest = (instead: string): Step => [
    second,
    { type: 'suggest-change', recommendation, field: 'text', paragraph: 1, base: 1, instead, why: 'Clearer.' },
  ];
  const suggested = tried(played, [
    ...['Until four.', 'Until five.', 'Until six.'].map(suggest),
    ...(['agree', 'disagree', 'unsure'] as const).map((stance): Step => [
      first,
      { type: 'judge-suggestion', ...suggestion(1), stance },
    ]),
    [first, { type: 'unjudge-suggestion', ...suggestion(1) }],
    [second, { type: 'rebase-suggestion', ...suggestion(1), paragraph: 0, base: 1, instead: 'And on Sundays.' }],
    [first, { type: 'reject-suggestion', ...suggestion(2), reason: 'Too late.' }],
    [second, { type: 'withdraw-suggestion', ...suggestion(3) }],
    ...talkedOfEveryPart(recommendation, suggestions.length + 3, [first, second]),
    [second, { type: 'join-writing-group', recommendation }],
    [second, { type: 'leave-writing-group', recommendation }],
    [FACILITATOR, { type: 'open-round', recommendation }],
  ]);
  const round = `C${rounds.length + 1}`;
  const over = tried(suggested, [
    ...sitting(suggested).map((actor): Step => [
      actor,
      { type: 'answer-round', round, mark: 'cannot-live-with', because: 'It costs too much.' },
    ]),
    [FACILITATOR, { type: 'settle-point', point: `K${points.length + 1}`, how: 'A limit was written in.' }],
    [FACILITATOR, { type: 'open-round', recommendation }],
    [first, { type: 'accept-suggestion', ...suggestion(1) }],
  ]);
  return noted(over, recommendation, tried);
}

/** Of what is no paragraph: each kind is suggested, one is put anew, and all are rejected, so that the words stay as they are. */
function talkedOfEveryPart(recommendation: string, before: number, [first, second]: [Actor, Actor]): readonly Step[] {
  const wish = { type: 'suggest-change', recommendation, base: 1, paragraph: 0, why: 'Clearer.' } as const;
  const law = { act: 'Rules for public transport, article 12', lawNew: 'Buses run all night.' };
  const suggestion = (at: number) => ({ suggestion: `G${before + at}` });
  return [
    [second, { ...wish, field: 'amendment', ...law }],
    [second, { ...wish, field: 'citations', addSource: { kind: 'answer', id: 'Q1' } }],
    [second, { ...wish, field: 'addressee', paragraph: 1, instead: 'The ministry' }],
    [second, { type: 'rebase-suggestion', ...suggestion(1), base: 1, paragraph: 0, ...law, lawNow: 'None after one.' }],
    [first, { type: 'judge-suggestion', ...suggestion(1), stance: 'agree' }],
    ...[1, 2, 3].map((at): Step => [first, { type: 'reject-suggestion', ...suggestion(at), reason: 'Too late.' }]),
  ];
}

/** Every open wording gets a source that stands, and is frozen. */
export function settled(played: Played): Played {
  const [first] = sitting(played) as [Actor];
  const source = { kind: 'exhibit', id: played.jury.evidence.exhibits.at(-1)?.id ?? 'nothing' } as const;
  const words = { ...wording('Run buses', [source]), ...SAID_BESIDES };
  const steps = played.jury.verdict.recommendations.flatMap((recommendation): Step[] => {
    const { id, versions } = recommendation;
    // Where a writing group stands, nobody else writes.
    const [member] = writingGroupOf(played.jury, recommendation);
    const writer: Actor = member === undefined ? first : { kind: 'seat', id: member };
    return [
      [writer, { type: 'revise-recommendation', recommendation: id, base: versions.length, ...words }],
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: id, version: versions.length + 1 }],
    ];
  });
  return tried(played, steps);
}

export function decided(from: Played, recommendation: string, dice: Dice): Played {
  const open: Step = [OFFICER, { type: 'open-ballot', recommendation }];
  const failed = `B${from.jury.verdict.ballots.length + 1}`;
  const voided: Step = [OFFICER, { type: 'void-ballot', ballot: failed, reason: 'The power failed.' }];
  const opened = tried(from, [...(dice(3) === 0 ? [open, voided] : []), open]);
  const ballot = ballotOn(opened.jury.verdict, recommendation)?.id ?? 'nothing';
  const papers = activeJurors(opened.jury.seats).map(({ id }): Step => {
    return [
      { kind: 'seat', id },
      { type: 'cast-paper', ballot, choice: dice(3) === 0 ? 'against' : 'for' },
    ];
  });
  const round: readonly Step[] = [...papers, [OFFICER, { type: 'close-ballot', ballot }]];
  const again: Step = [OFFICER, { type: 'reopen-ballot', ballot, reason: 'One could not vote.' }];
  return tried(opened, [
    [OFFICER, { type: 'remind-voters', ballot }],
    plannedToClose(ballot),
    [OFFICER, { type: 'pause-ballot', ballot, reason: 'The line is down.' }],
    [OFFICER, { type: 'resume-ballot', ballot }],
    ...round,
    ...(dice(2) === 0 ? [again, ...round] : []),
    [OFFICER, { type: 'certify-ballot', ballot }],
  ]);
}

/** Whatever was left open at random is closed; then a question between options and the order of what was adopted. */
export function asked(from: Played): Played {
  const counted = (ballot: string): readonly Step[] => [
    [OFFICER, { type: 'resume-ballot', ballot }],
    [OFFICER, { type: 'close-ballot', ballot }],
    [OFFICER, { type: 'certify-ballot', ballot }],
  ];
  const left = tried(
    from,
    from.jury.verdict.pollBallots.flatMap(({ id }) => counted(id)),
  );
  const written = left.jury.verdict.polls.length;
  const poll = `P${written + 2}`;
  const opened = tried(left, [
    [FACILITATOR, { type: 'write-poll', form: 'one-of', text: 'Who pays?', options: ['All', 'Some'] }],
    [FACILITATOR, { type: 'withdraw-poll', poll: `P${written + 1}`, reason: 'Not ours to ask.' }],
    [FACILITATOR, { type: 'write-poll', form: 'ranking', text: 'Which first?', options: ['Bus', 'Tram'] }],
    [OFFICER, { type: 'open-poll', poll }],
  ]);
  const ranked = rankedBy(opened);
  const first = tried(ranked, counted(ranked.jury.verdict.pollBallots.at(-1)?.id ?? 'nothing'));
  const second = rankedBy(tried(first, [[OFFICER, { type: 'open-priorities' }]]));
  return tried(second, counted(second.jury.verdict.pollBallots.at(-1)?.id ?? 'nothing'));
}

function rankedBy(played: Played): Played {
  const ballot = played.jury.verdict.pollBallots.at(-1)?.id ?? 'nothing';
  const places = { a: 1, R1: 1 };
  return tried(
    played,
    sitting(played).map((actor) => [actor, { type: 'cast-ranking', ballot, places }]),
  );
}

/** Answered, handed over, reported on and rated. */
export function followed(played: Played, recommendation: string): readonly Step[] {
  const on = { recommendation };
  const number = 1 + played.jury.response.answers.filter((one) => one.recommendation === recommendation).length;
  return [
    [AUTHORITY, { type: 'acknowledge-recommendation', ...on }],
    [AUTHORITY, answer(recommendation)],
    [AUTHORITY, { type: 'assign-recommendation', ...on, responsible: 'Roads', because: 'Its task.' }],
    [AUTHORITY, { type: 'report-progress', ...on, progress: 'in-development', text: 'Begun.', correction: false }],
    ...sitting(played).map((actor): Step => [actor, { type: 'rate-answer', ...on, answer: number, rating: 'partly' }]),
  ];
}

/** What is said of the whole: by a minority, by the jury, and by whom. */
export function saidAsAWhole(played: Played): Played {
  const [first, second] = sitting(played) as [Actor, Actor];
  const { statements, juryStatement } = played.jury.verdict;
  const spokesperson = first.kind === 'seat' ? first.id : 'nobody';
  return tried(played, [
    [first, { type: 'write-minority-statement', text: 'We fear all of it.' }],
    [second, { type: 'join-minority-statement', statement: `N${statements.length + 1}` }],
    [first, { type: 'write-jury-statement', text: 'We came as strangers.', base: juryStatement.length }],
    [first, { type: 'offer-to-speak', name: 'Aru' }],
    ...sitting(played).map((actor): Step => [actor, { type: 'confirm-spokesperson', spokesperson }]),
    [ORGANISER, { type: 'add-translation', of: 'statement', language: 'kk', text: 'Біз келдік.' }],
    ...translatedWhole(played, { type: 'add-translation', language: 'kk' }),
  ]);
}

/** When the verdict is out: of the statement, once agreed to and once dropped, then of each recommendation. */
export function translatedLate(played: Played): readonly Step[] {
  const translation = (at: number) => ({ translation: `T${played.jury.verdict.lateTranslations.length + at}` });
  const ofStatement = { type: 'propose-translation', of: 'statement', language: 'ru' } as const;
  return [
    [ORGANISER, { ...ofStatement, text: 'Мы пришли.' }],
    [OVERSIGHT, { type: 'agree-translation', ...translation(1), why: 'The name is a street.' }],
    [ORGANISER, { ...ofStatement, text: 'Мы пришли чужими.' }],
    [OVERSIGHT, { type: 'drop-translation', ...translation(2) }],
    ...translatedWhole(played, { type: 'propose-translation', language: 'ru' }),
    [OVERSIGHT, { type: 'agree-translation', ...translation(3) }],
  ];
}

/** Each recommendation with all that it says, and each outcome in words. */
const translatedWhole = (
  { jury: { verdict } }: Played,
  into: Pick<CommandOf<'add-translation' | 'propose-translation'>, 'type' | 'language'>,
): readonly Step[] =>
  [...verdict.recommendations.map(({ id }) => id), ...outcomePlaces(verdict)].map((of): Step => {
    const parts = partsOf(verdict, of).map((part) => [part, `Түнде: ${part}.`]);
    return [ORGANISER, { ...into, of, text: 'Түнде.', ...Object.fromEntries(parts) } as Command];
  });
