/** Who may do what, and when: RULES.md's table as data. Checked before any other rule of a command. */
import { isClock } from './clock.ts';
import type { CommandType } from './commands.ts';
import { LIVE_PERMISSIONS } from './permissions-live.ts';
import { may } from './permission.ts';
import type { Doer, Permission } from './permission.ts';
import { activeJurors, seatOf } from './recruitment/seats.ts';
import { STAGES, stagesBetween } from './stages.ts';
import type { Jury } from './state.ts';
import type { Actor, Role } from './terms.ts';

const designing = stagesBetween('designing', 'designing');
const selecting = stagesBetween('selecting', 'selecting');
const afterTheDraw = stagesBetween('selecting', 'deliberating');
const together = stagesBetween('learning', 'voting');
const hearingEvidence = stagesBetween('onboarding', 'drafting');
const drafting = stagesBetween('drafting', 'drafting');
const settling = stagesBetween('drafting', 'voting');
const voting = stagesBetween('voting', 'voting');
const checking = stagesBetween('learning', 'responding');
const following = stagesBetween('published', 'closed');
const sincePublic = stagesBetween('inviting', 'closed');
const surveying = stagesBetween('onboarding', 'responding');

export type { Doer, Permission } from './permission.ts';

export const PERMISSIONS: Readonly<Record<Exclude<CommandType, 'create-jury'>, Permission>> = {
  'revise-charter': may(['organiser'], designing),
  'set-decision-rule': may(['organiser'], designing),
  'sign-mandate': may(['authority'], designing),
  'appoint-member': may(['organiser'], STAGES),
  'dismiss-member': may(['organiser'], STAGES),
  'advance-stage': may(['organiser'], STAGES),
  'set-targets': may(['organiser'], stagesBetween('designing', 'selecting')),
  'load-pool': may(['organiser'], selecting),
  'hand-out-tickets': may(['organiser'], selecting),
  'rehearse-draw': may(['organiser'], selecting),
  'freeze-selection': may(['organiser'], selecting),
  'draw-panel': may(['organiser'], selecting),
  'confirm-seat': may(['organiser'], afterTheDraw),
  'accept-seat': may(['juror'], afterTheDraw),
  'decline-seat': may(['juror'], afterTheDraw),
  'lapse-call': may(['organiser'], afterTheDraw),
  'open-catch-up': may(['juror'], together),
  'mark-rehearsed': may(['juror'], stagesBetween('onboarding', 'voting')),
  'vacate-seat': may(['organiser'], stagesBetween('selecting', 'voting')),
  'call-alternate': may(['organiser'], afterTheDraw),
  'freeze-replacement': may(['organiser'], afterTheDraw),
  'draw-replacement': may(['organiser'], afterTheDraw),
  'add-text-exhibit': may(['organiser'], hearingEvidence),
  'add-link-exhibit': may(['organiser'], hearingEvidence),
  'add-file-exhibit': may(['organiser'], hearingEvidence),
  'revise-text-exhibit': may(['organiser'], hearingEvidence),
  'revise-link-exhibit': may(['organiser'], hearingEvidence),
  'revise-file-exhibit': may(['organiser'], hearingEvidence),
  'correct-exhibit': may(['organiser'], stagesBetween('onboarding', 'responding')),
  'withdraw-exhibit': may(['organiser'], hearingEvidence),
  'mark-exhibit': may(['juror'], together),
  'invite-witness': may(['organiser'], hearingEvidence),
  'accept-invitation': may(['organiser', 'witness'], hearingEvidence),
  'refuse-invitation': may(['organiser', 'witness'], hearingEvidence),
  'substitute-witness': may(['organiser'], hearingEvidence),
  'withdraw-witness': may(['organiser', 'witness'], hearingEvidence),
  'declare-interests': may(['organiser', 'witness'], hearingEvidence),
  'open-hearing': may(['facilitator'], together),
  'close-hearing': may(['facilitator'], together),
  'ask-question': may(['juror'], together),
  'support-question': may(['juror'], together),
  'unsupport-question': may(['juror'], together),
  'withdraw-question': may(['juror'], together),
  'resubmit-question': may(['juror'], together),
  'approve-question': may(['facilitator'], together),
  'decline-question': may(['facilitator'], together),
  'merge-question': may(['facilitator'], together),
  'put-question': may(['facilitator'], together),
  'defer-question': may(['facilitator'], together),
  'answer-question': may(['witness', 'facilitator'], together),
  'judge-answer': may(['juror'], together),
  'call-witness': may(['juror'], stagesBetween('learning', 'drafting')),
  'sign-call': may(['juror'], stagesBetween('learning', 'drafting')),
  'answer-call': may(['organiser'], stagesBetween('learning', 'voting')),
  'set-handout-day': may(['organiser'], hearingEvidence),
  'hand-in-text': may(['organiser', 'witness'], hearingEvidence),
  'hand-in-file': may(['organiser', 'witness'], hearingEvidence),
  'set-position': may(['organiser'], hearingEvidence),
  'rate-balance': may(['juror'], together),
  'tell-balance': may(['facilitator'], together),
  'send-public-question': may(['public'], stagesBetween('learning', 'deliberating')),
  'admit-public-question': may(['facilitator'], together),
  'decline-public-question': may(['facilitator'], together),
  'pass-public-question': may(['facilitator'], together),
  'request-fact-check': may(['juror'], together),
  'support-fact-check': may(['juror'], together),
  'take-fact-check': may(['organiser'], checking),
  'answer-fact-check': may(['organiser'], checking),
  'decline-fact-check': may(['organiser'], checking),
  ...LIVE_PERMISSIONS,
  'propose-recommendation': may(['juror'], drafting),
  'revise-recommendation': may(['juror'], settling),
  'join-writing-group': may(['juror'], settling),
  'leave-writing-group': may(['juror'], settling),
  'draw-writing-group': may(['facilitator'], settling),
  'file-draft': may(['juror'], settling),
  'withdraw-recommendation': may(['juror'], settling),
  'freeze-recommendation': may(['facilitator'], settling),
  'reopen-recommendation': may(['facilitator'], settling),
  'suggest-change': may(['juror'], settling),
  'judge-suggestion': may(['juror'], settling),
  'unjudge-suggestion': may(['juror'], settling),
  'rebase-suggestion': may(['juror'], settling),
  'withdraw-suggestion': may(['juror'], settling),
  'accept-suggestion': may(['juror'], settling),
  'reject-suggestion': may(['juror'], settling),
  'open-review': may(['facilitator'], drafting),
  'undo-suggestion': may(['juror'], settling),
  'object-to-change': may(['juror'], settling),
  'ask-authority': may(['juror'], settling),
  'note-feasibility': may(['authority'], settling),
  'open-round': may(['facilitator'], drafting),
  'answer-round': may(['juror'], drafting),
  'close-round': may(['facilitator'], drafting),
  'settle-point': may(['facilitator'], settling),
  'open-ballot': may(['returning-officer'], voting),
  'cast-paper': may(['juror'], voting),
  'change-paper': may(['juror'], voting),
  'close-ballot': may(['returning-officer'], voting),
  'pause-ballot': may(['returning-officer'], voting),
  'resume-ballot': may(['returning-officer'], voting),
  'plan-closing': may(['returning-officer'], voting),
  'remind-voters': may(['returning-officer'], voting),
  'void-ballot': may(['returning-officer'], voting),
  'certify-ballot': may(['returning-officer'], voting),
  'reopen-ballot': may(['returning-officer'], voting),
  'write-poll': may(['facilitator'], settling),
  'withdraw-poll': may(['facilitator'], settling),
  'open-poll': may(['returning-officer'], voting),
  'open-priorities': may(['returning-officer'], voting),
  'cast-ranking': may(['juror'], voting),
  'state-outcome': may(['organiser', 'returning-officer'], voting),
  'agree-outcome': may(['juror'], voting),
  'write-minority-statement': may(['juror'], voting),
  'join-minority-statement': may(['juror'], voting),
  'set-statement-deadline': may(['organiser', 'returning-officer'], voting),
  'write-jury-statement': may(['juror'], settling),
  'offer-to-speak': may(['juror'], voting),
  'confirm-spokesperson': may(['juror'], voting),
  'stop-speaking': may(['juror'], stagesBetween('voting', 'closed')),
  'add-translation': may(['organiser'], voting),
  'approve-verdict': may(['juror'], voting),
  'propose-release': may(['organiser'], voting),
  'agree-release': may(['oversight'], voting),
  'withdraw-release': may(['organiser', 'oversight'], voting),
  'publish-verdict': may(['organiser'], voting),
  'propose-translation': may(['organiser'], following),
  'agree-translation': may(['oversight'], following),
  'drop-translation': may(['organiser', 'oversight'], following),
  'propose-erratum': may(['organiser'], following),
  'agree-erratum': may(['oversight'], following),
  'drop-erratum': may(['organiser', 'oversight'], following),
  'answer-recommendation': may(['authority'], following),
  'enter-answer': may(['organiser'], following),
  'acknowledge-recommendation': may(['authority'], following),
  'assign-recommendation': may(['authority'], following),
  'report-progress': may(['authority'], following),
  'rate-answer': may(['juror'], following),
  'observe-implementation': may(['public'], following),
  'show-observation': may(['facilitator', 'oversight'], following),
  'refuse-observation': may(['facilitator', 'oversight'], following),
  'open-survey': may(['organiser'], surveying),
  'answer-survey': may(['juror'], surveying),
  'close-survey': may(['organiser'], surveying),
  'file-complaint': may(
    ['juror', 'witness', 'observer', 'organiser', 'facilitator', 'returning-officer', 'authority'],
    sincePublic,
  ),
  'answer-complaint': may(['oversight'], sincePublic),
};

/** In which line of the table an actor stands. */
export const doerOf = (jury: Pick<Jury, 'charter' | 'seats' | 'evidence'>, actor: Actor): Doer =>
  isClock(actor) ? 'clock' : roleOf(jury, actor);

/** [A1] The role in which an actor stands before this jury; whoever has none is the public. */
export function roleOf(jury: Pick<Jury, 'charter' | 'seats' | 'evidence'>, actor: Actor): Role {
  switch (actor.kind) {
    case 'member':
      return Object.hasOwn(jury.charter.members, actor.id) ? (jury.charter.members[actor.id] ?? 'public') : 'public';
    case 'seat': {
      const seat = seatOf(jury.seats, actor.id);
      if (!seat || seat.state === 'left') return 'public';
      return seat.role;
    }
    case 'witness':
      return jury.evidence.witnesses.some((witness) => witness.id === actor.id && !witness.withdrawn)
        ? 'witness'
        : 'public';
    case 'public':
      return 'public';
  }
}

/** [A3] A juror acts once confirmed. */
export function isActive(jury: Pick<Jury, 'seats'>, actor: Actor): boolean {
  return actor.kind !== 'seat' || activeJurors(jury.seats).some((seat) => seat.id === actor.id);
}
