/** Every command × everybody who may try × every stage: exactly those in the table get as far as the command's own rules. */
import { describe, expect, test } from 'vitest';
import { CLOCK } from '../../src/lib/jury/clock.ts';
import type { CommandType } from '../../src/lib/jury/commands.ts';
import { everyCommand } from '../../src/lib/jury/commands.ts';
import { BEFORE_CONFIRMING } from '../../src/lib/jury/before-acting.ts';
import { PERMISSIONS, roleOf } from '../../src/lib/jury/permissions.ts';
import type { Doer } from '../../src/lib/jury/permissions.ts';
import { STAGES, hasReached } from '../../src/lib/jury/stages.ts';
import type { Stage } from '../../src/lib/jury/stages.ts';
import { PUBLIC } from '../../src/lib/jury/terms.ts';
import type { Role } from '../../src/lib/jury/terms.ts';
import {
  AUTHORITY,
  FACILITATOR,
  OBSERVER,
  OFFICER,
  ORGANISER,
  OVERSIGHT,
  advance,
  alternate,
  approve,
  publish,
  attempt,
} from '../support/jury.ts';
import { juror, juryAfter, juryAt, member, play, sitting, vote, witness, wording } from '../support/jury.ts';
import type { Actor, Played, Step } from '../support/jury.ts';
import { SAMPLES } from './sample-commands.ts';

/** From learning on S20 has left, A01 was called and has yet to answer, W2 is withdrawn. */
const departures: readonly Step[] = [
  [ORGANISER, { type: 'vacate-seat', seat: 'S20', reason: 'illness' }],
  [ORGANISER, { type: 'call-alternate', vacant: 'S20' }],
  [ORGANISER, { type: 'withdraw-witness', witness: 'W2', reason: 'Fell ill.' }],
];

/** Later stages are walked from learning on, because nobody new is called once drafting has begun. */
function walked(stage: Stage): Played {
  if (!hasReached(stage, 'learning')) return juryAt(stage);
  const learning = play(juryAt('learning'), departures);
  const [deliberating, drafting] = [[advance('deliberating')], [advance('drafting')]] as const;
  const steps: Partial<Record<Stage, (from: Played) => Played>> = {
    deliberating: (from) => play(from, deliberating),
    drafting: (from) =>
      play(from, [...drafting, [juror(1), { type: 'propose-recommendation', ...wording('Run buses all night') }]]),
    voting: (from) =>
      play(from, [
        [FACILITATOR, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 }],
        advance('voting'),
      ]),
    published: (from) => publish(approve(vote(from, 'R1', { for: 15 }), 10)),
    responding: (from) => play(from, [[AUTHORITY, SAMPLES['answer-recommendation']], advance('responding')]),
    closed: (from) => play(from, [advance('closed')]),
  };
  const path = STAGES.slice(STAGES.indexOf('learning') + 1, STAGES.indexOf(stage) + 1);
  return path.reduce((from, next) => (steps[next] as (from: Played) => Played)(from), learning);
}

const seatedFrom =
  (role: Role, first: Stage) =>
  (stage: Stage): Role =>
    hasReached(stage, first) ? role : 'public';
const always = (role: Role) => (): Role => role;

interface Person {
  readonly who: string;
  readonly actor: Actor;
  /** The role in which they stand, by stage. */
  readonly role: (stage: Stage) => Role;
  readonly mayAct: (stage: Stage) => boolean;
  /** In which line of the table, where it is not the role. */
  readonly doer?: Doer;
}

const person = (who: string, actor: Actor, role: Person['role'], mayAct: Person['mayAct'] = () => true): Person => ({
  who,
  actor,
  role,
  mayAct,
});
const confirmed = (stage: Stage): boolean => hasReached(stage, 'learning');

const PEOPLE: readonly Person[] = [
  person('the organiser', ORGANISER, always('organiser')),
  person('the facilitator', FACILITATOR, always('facilitator')),
  person('oversight', OVERSIGHT, always('oversight')),
  person('the returning officer', OFFICER, always('returning-officer')),
  person('the authority', AUTHORITY, always('authority')),
  person('an observer', OBSERVER, always('observer')),
  person('a juror', juror(1), seatedFrom('juror', 'onboarding'), confirmed),
  person(
    'a juror called and not yet confirmed',
    alternate(1),
    (stage) => (hasReached(stage, 'learning') ? 'juror' : hasReached(stage, 'onboarding') ? 'alternate' : 'public'),
    () => false,
  ),
  person(
    'a juror who left',
    juror(20),
    (stage) => (stage === 'onboarding' ? 'juror' : 'public'),
    () => false,
  ),
  person('an alternate', alternate(2), seatedFrom('alternate', 'onboarding'), () => false),
  person('a witness', witness(1), seatedFrom('witness', 'learning')),
  person('a withdrawn witness', witness(2), always('public')),
  person('a member of another jury', member('Dana'), always('public')),
  person('a member with the name of an object', member('constructor'), always('public')),
  person('a juror of another jury', juror(25), always('public'), () => false),
  person('a juror with the name of an object', { kind: 'seat', id: '__proto__' }, always('public'), () => false),
  person('the public', PUBLIC, always('public')),
  { ...person('[D83] the clock', CLOCK, always('public')), doer: 'clock' },
];

/** Commands for which the server looks into the box first. */
const TALLIED: readonly CommandType[] = ['close-ballot', 'certify-ballot', 'answer-round', 'close-round'];

const TYPES = Object.keys(SAMPLES) as CommandType[];

test('every command has an example, a row in the table of permissions, and a shape', () => {
  const shapes = everyCommand.options.map((option) => option.entries.type.literal);
  expect(TYPES.toSorted()).toEqual(shapes.toSorted());
  expect(TYPES.filter((type) => type !== 'create-jury').toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

describe.each(STAGES)('[A1] [A2] [A3] while the jury is %s', (stage) => {
  const jury = walked(stage);

  test.each(PEOPLE)('$who does what the table allows, and nothing else', ({ actor, role, mayAct, doer }) => {
    expect(roleOf(jury.jury, actor)).toBe(role(stage));
    for (const type of TYPES) {
      const { result } = attempt(
        jury,
        actor,
        SAMPLES[type],
        TALLIED.includes(type) ? { facts: { tally: { for: 0, against: 0, abstain: 0 } } } : {},
      );
      const code = result.ok ? 'carried out' : result.error.code;
      // [R22] [R24] A few things are open to a juror who has yet to answer.
      const may = mayAct(stage) || BEFORE_CONFIRMING.includes(type);
      expect([type, expectation(type, doer ?? role(stage), may, stage)]).toEqual([type, own(code)]);
    }
  });

  test('the one whose turn it is carries something out', () => {
    const done = TYPES.filter((type) => PEOPLE.some(({ actor }) => attempt(jury, actor, SAMPLES[type]).result.ok));
    expect(done).toContain('appoint-member');
  });
});

/** Anything but the two refusals of the table comes from the command's own rules. */
const own = (code: string): string => (code === 'not-allowed' || code === 'wrong-stage' ? code : 'its own rules');

function expectation(type: CommandType, role: Doer, mayAct: boolean, stage: Stage): string {
  if (type === 'create-jury') return 'not-allowed';
  const { roles, stages } = PERMISSIONS[type];
  // [P26] Whoever has no role acts as the public, confirmed or not.
  if (!roles.includes(role) || !(mayAct || role === 'public')) return 'not-allowed';
  return stages.includes(stage) ? 'its own rules' : 'wrong-stage';
}

test('[A3] nobody but confirmed jurors decides anything of the verdict', () => {
  const jurorsOnly = [
    'propose-recommendation',
    'revise-recommendation',
    'withdraw-recommendation',
    'cast-paper',
    'approve-verdict',
  ] as const;
  for (const type of [...jurorsOnly, 'write-minority-statement', 'join-minority-statement'] as const)
    expect(PERMISSIONS[type].roles).toEqual(['juror']);
  const grantedTo = (role: Role) =>
    TYPES.filter((type) => type !== 'create-jury' && PERMISSIONS[type].roles.includes(role));
  expect(grantedTo('alternate')).toEqual([]);
  expect(grantedTo('observer')).toEqual(['file-complaint']);
  expect(grantedTo('public')).toEqual(['send-public-question', 'observe-implementation']);
});

test('[A4] a refusal leaves nothing behind', () => {
  const jury = juryAfter('drafting');
  const { result, papers, texts } = attempt(jury, PUBLIC, SAMPLES['propose-recommendation']);
  expect(result).toEqual({ ok: false, error: { code: 'not-allowed' } });
  expect([papers, texts]).toEqual([[], []]);
  expect(sitting(jury)).toHaveLength(20);
});
