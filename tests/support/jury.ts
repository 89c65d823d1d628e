/** A jury brought to any stage by real commands. */
import type { CommandOf } from '../../src/lib/jury/commands.ts';
import { STAGES } from '../../src/lib/jury/stages.ts';
import type { Stage } from '../../src/lib/jury/stages.ts';
import { numbered } from '../../src/lib/jury/terms.ts';
import type { Actor, StaffRole } from '../../src/lib/jury/terms.ts';
import type { Counts } from '../../src/lib/jury/charter/decision-rule.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OBSERVER,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  found,
  juror,
  play,
  sitting,
  witness,
} from './play.ts';
import type { Played, Step } from './play.ts';

export * from './play.ts';

const inThreeLanguages = (text: string) => ({ en: text, ru: `${text} (ru)`, kk: `${text} (kk)` });

export const CHARTER = {
  title: inThreeLanguages('Night buses'),
  question: inThreeLanguages('Should the city run buses all night, and who should pay?'),
  scopeIn: inThreeLanguages('Routes, hours, fares.'),
  scopeOut: inThreeLanguages('The contract with the operator.'),
  authority: inThreeLanguages('City transport department'),
  seats: 20,
  starts: '2027-03-01',
  ends: '2027-03-31',
} as const;

export const RULE = {
  threshold: { num: 2, den: 3 },
  denominator: 'cast',
  quorum: { num: 3, den: 4 },
  abstention: true,
  tie: 'reballot-once',
  minorityFloor: { num: 1, den: 10 },
} as const satisfies Omit<CommandOf<'set-decision-rule'>, 'type'>;

export interface Wanted {
  readonly seats?: number;
  readonly alternates?: number;
  readonly rule?: Partial<Omit<CommandOf<'set-decision-rule'>, 'type'>>;
}

const officers: readonly (readonly [Actor, StaffRole])[] = [
  [FACILITATOR, 'facilitator'],
  [OVERSIGHT, 'oversight'],
  [OFFICER, 'returning-officer'],
  [AUTHORITY, 'authority'],
  [OBSERVER, 'observer'],
];

const idOf = (actor: Actor): string => (actor.kind === 'public' ? '' : actor.id);

export const appointAll: readonly Step[] = officers.map(([actor, role]) => [
  ORGANISER,
  { type: 'appoint-member', member: idOf(actor), role },
]);

/** Two equal groups of gender and three of attitude, whatever the number of seats. */
export function targetsFor(seats: number): CommandOf<'set-targets'> {
  const about = (parts: number) => ({ min: Math.floor(seats / parts), max: Math.ceil(seats / parts) });
  return {
    type: 'set-targets',
    targets: [
      { category: 'gender', value: 'women', ...about(2) },
      { category: 'gender', value: 'men', ...about(2) },
      { category: 'attitude', value: 'for', ...about(3) },
      { category: 'attitude', value: 'against', ...about(3) },
      { category: 'attitude', value: 'undecided', ...about(3) },
    ],
    attitude: 'attitude',
    population: [
      { category: 'gender', value: 'women', count: 520_000 },
      { category: 'gender', value: 'men', count: 480_000 },
    ],
    source: 'Census 2021',
  };
}

export const wording = (
  title: string,
  citations: CommandOf<'propose-recommendation'>['citations'] = [{ kind: 'exhibit', id: 'E1' }],
) => ({
  title,
  text: `${title}: the text.`,
  rationale: `${title}: why.`,
  addressee: 'City transport department',
  citations,
});

export const EXHIBIT: CommandOf<'add-text-exhibit'> = {
  type: 'add-text-exhibit',
  title: 'What a night bus costs',
  author: 'Transport institute',
  nominatedBy: 'oversight',
  why: 'The figures both sides use.',
  body: 'A night bus costs 40 million a year.',
};

export const WITNESS: CommandOf<'invite-witness'> = {
  type: 'invite-witness',
  kind: 'neutral-expert',
  affiliation: 'Transport institute',
  nominatedBy: 'jurors',
  why: 'Counted the passengers.',
  topic: 'Demand at night',
};

export const advance = (to: Stage): Step => [ORGANISER, { type: 'advance-stage', to }];

/** One ballot from opening to count: the first so many jurors for, the next against, the next abstaining, the rest silent. */
export function vote(from: Played, recommendation: string, counts: Partial<Counts>): Played {
  const opened = play(from, [[OFFICER, { type: 'open-ballot', recommendation }]]);
  const ballot = numberedBallot(opened);
  const choices = (['for', 'against', 'abstain'] as const).flatMap((choice) =>
    Array.from({ length: counts[choice] ?? 0 }, () => choice),
  );
  const jurors = sitting(opened);
  const cast = choices.map((choice, index): Step => [jurors[index] as Actor, { type: 'cast-paper', ballot, choice }]);
  return play(opened, [
    ...cast,
    [OFFICER, { type: 'close-ballot', ballot }],
    [OFFICER, { type: 'certify-ballot', ballot }],
  ]);
}

export const numberedBallot = ({ jury }: Played): string => `B${jury.verdict.ballots.length}`;

export const approve = (from: Played, approvals: number): Played =>
  play(
    from,
    sitting(from)
      .slice(0, approvals)
      .map((actor) => [actor, { type: 'approve-verdict' }]),
  );

/** The three steps of a release without notice; each begins where the one before it ended. */
export const RELEASE: readonly Step[] = [
  [ORGANISER, { type: 'propose-release', notice: 0, language: 'en' }],
  [OVERSIGHT, { type: 'agree-release' }],
  [ORGANISER, { type: 'publish-verdict' }],
];

/** [V117] Whoever has not approved yet does, so that nobody is waited for. */
export const approvedByAll = (from: Played): Played =>
  play(
    from,
    sitting(from)
      .filter((actor) => actor.kind === 'seat' && !from.jury.verdict.approvals.seats.includes(actor.id))
      .map((actor) => [actor, { type: 'approve-verdict' }]),
  );

export const publish = (from: Played): Played => play(approvedByAll(from), RELEASE);

export const answer = (recommendation: string): CommandOf<'answer-recommendation'> => ({
  type: 'answer-recommendation',
  recommendation,
  position: 'accepted',
  reasons: 'It will be in the next budget.',
  responsible: 'Budget office',
});

/** What happens in each stage before the next may begin. */
const work: Readonly<Record<Stage, (played: Played, wanted: Wanted) => Played>> = {
  designing: (played, { rule }) =>
    play(played, [
      [ORGANISER, { type: 'set-decision-rule', ...RULE, ...rule }],
      [AUTHORITY, { type: 'sign-mandate', statement: 'We shall answer in public.', respondBy: '2027-06-30' }],
    ]),
  inviting: (played) => played,
  selecting: (played, { alternates = 4 }) =>
    play(played, [
      [ORGANISER, targetsFor(played.jury.charter.seats)],
      [ORGANISER, { type: 'load-pool' }],
      [ORGANISER, { type: 'freeze-selection', alternates }],
      [ORGANISER, { type: 'draw-panel', seed: '4 1 6 2 3', witnesses: ['Notary', 'Journalist'] }],
    ]),
  onboarding: (played) =>
    play(played, [
      ...Array.from({ length: played.jury.charter.seats }, (_, index): Step => {
        return [ORGANISER, { type: 'confirm-seat', seat: numbered('S', index + 1) }];
      }),
      [ORGANISER, EXHIBIT],
      [ORGANISER, WITNESS],
      [ORGANISER, WITNESS],
      [witness(1), { type: 'declare-interests', witness: 'W1', interests: 'None.' }],
    ]),
  learning: (played) =>
    play(played, [
      [FACILITATOR, { type: 'open-hearing', witness: 'W1' }],
      [juror(1), { type: 'ask-question', witness: 'W1', text: 'How many people travel at night?' }],
      [FACILITATOR, { type: 'approve-question', question: 'Q1' }],
      [witness(1), { type: 'answer-question', question: 'Q1', text: 'About two thousand.' }],
      [FACILITATOR, { type: 'close-hearing', witness: 'W1' }],
    ]),
  deliberating: (played) =>
    play(played, [
      [
        FACILITATOR,
        {
          type: 'plan-session',
          title: 'Options',
          startsAt: START_OF_SESSION,
          agenda: [
            { title: 'Round', minutes: 30 },
            { title: 'Break', minutes: 10 },
          ],
        },
      ],
      [FACILITATOR, { type: 'open-session', session: 'D1' }],
      [FACILITATOR, { type: 'start-item', session: 'D1', item: '1', after: null }],
      [juror(2), { type: 'post-message', session: 'D1', text: 'My shift ends at two in the morning.' }],
      [juror(1), { type: 'raise-hand', session: 'D1' }],
      [FACILITATOR, { type: 'grant-floor', session: 'D1', turn: 'T1' }],
    ]),
  drafting: (played) =>
    play(played, [
      [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night') }],
      [juror(2), { type: 'propose-recommendation', ...wording('Raise the fare') }],
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
      [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R2', version: 1 }],
    ]),
  voting: (played) => {
    const jurors = sitting(played).length;
    const first = vote(played, 'R1', { for: jurors - 2, against: 2 });
    const voted = vote(first, 'R2', { for: 5, against: jurors - 5 });
    return approve(voted, Math.floor(jurors / 2) + 1);
  },
  published: (played) => play(played, [[AUTHORITY, answer('R1')]]),
  responding: (played) => played,
  closed: (played) => played,
};

export const START_OF_SESSION = Date.UTC(2027, 2, 8, 12);

const built = new Map<string, Played>();

/** A jury at the beginning of a stage, all offices filled. The same arguments give the same jury. */
export function juryAt(stage: Stage, wanted: Wanted = {}): Played {
  const key = JSON.stringify([stage, wanted]);
  const known = built.get(key);
  if (known) return known;
  const played = build(stage, wanted);
  built.set(key, played);
  return played;
}

/** The same jury with the stage's own work done, so that the next stage may begin. */
export const juryAfter = (stage: Stage, wanted: Wanted = {}): Played => work[stage](juryAt(stage, wanted), wanted);

function build(stage: Stage, wanted: Wanted): Played {
  if (stage === 'designing') {
    const created = found('night-buses', ORGANISER, {
      type: 'create-jury',
      ...CHARTER,
      seats: wanted.seats ?? CHARTER.seats,
    });
    return play(created, appointAll);
  }
  const before = STAGES[STAGES.indexOf(stage) - 1] as Stage;
  const ready = juryAfter(before, wanted);
  return stage === 'published' ? publish(ready) : play(ready, [advance(stage)]);
}
