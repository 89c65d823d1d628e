/** Who may do what, and when: RULES.md's table as data. Checked before any other rule of a command. */
import { isClock } from './clock.ts';
import type { CommandType } from './commands.ts';
import { activeJurors, seatOf } from './recruitment/seats.ts';
import { STAGES, stagesBetween } from './stages.ts';
import type { Stage } from './stages.ts';
import type { Jury } from './state.ts';
import type { Actor, Role } from './terms.ts';

/** Those who may be in the table: the roles, and the server's clock ([D83]), which has no place in the room and sees nothing. */
export type Doer = Role | 'clock';

export interface Permission {
  readonly roles: readonly Doer[];
  readonly stages: readonly Stage[];
}

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
const remembering = stagesBetween('learning', 'closed');
const sincePublic = stagesBetween('inviting', 'closed');
const surveying = stagesBetween('onboarding', 'responding');

const may = (roles: readonly Doer[], stages: readonly Stage[]): Permission => ({ roles, stages });

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
  'plan-session': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'voting')),
  'change-session': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'voting')),
  'cancel-session': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'voting')),
  'open-session': may(['facilitator'], together),
  'link-item': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'voting')),
  'set-call': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'voting')),
  'start-item': may(['facilitator', 'juror', 'clock'], together),
  'count-down': may(['clock'], together),
  'cancel-countdown': may(['facilitator', 'juror'], together),
  'extend-item': may(['facilitator'], together),
  'drop-item': may(['facilitator'], together),
  'mark-ready': may(['juror'], together),
  'unmark-ready': may(['juror'], together),
  'pause-session': may(['facilitator'], together),
  'resume-session': may(['facilitator'], together),
  'close-session': may(['facilitator'], together),
  'raise-hand': may(['juror'], together),
  'raise-hand-for': may(['facilitator'], together),
  'lower-hand': may(['juror'], together),
  'grant-floor': may(['facilitator'], together),
  'pause-turn': may(['facilitator', 'clock'], together),
  'resume-turn': may(['facilitator', 'clock'], together),
  'skip-turn': may(['clock'], together),
  'unskip-turn': may(['clock'], together),
  'extend-turn': may(['facilitator'], together),
  'end-turn': may(['facilitator', 'juror'], together),
  'return-to-front': may(['facilitator', 'clock'], together),
  'take-from-queue': may(['facilitator'], together),
  'move-turn': may(['facilitator'], together),
  'set-queue': may(['facilitator'], together),
  'close-queue': may(['facilitator'], together),
  'open-queue': may(['facilitator'], together),
  'give-signal': may(['juror'], together),
  'take-back-signal': may(['juror'], together),
  'clear-signals': may(['facilitator'], together),
  'offer-topics': may(['facilitator'], together),
  'choose-topic': may(['juror'], together),
  'pin-jurors': may(['facilitator'], together),
  'open-tables': may(['facilitator'], together),
  'extend-tables': may(['facilitator'], together),
  'tell-tables': may(['facilitator'], together),
  'recall-tables': may(['facilitator'], together),
  'close-tables': may(['facilitator'], together),
  'move-juror': may(['facilitator'], together),
  'join-table': may(['juror'], together),
  'call-help': may(['juror'], together),
  'give-help': may(['facilitator'], together),
  'file-note': may(['juror'], together),
  'post-at-table': may(['juror', 'facilitator'], together),
  'open-sounding': may(['facilitator'], together),
  'propose-statement': may(['juror'], together),
  'put-statement': may(['facilitator'], together),
  'answer-sounding': may(['juror'], together),
  'close-sounding': may(['facilitator'], together),
  'post-message': may(['juror', 'facilitator'], together),
  'edit-message': may(['juror', 'facilitator'], together),
  'react-to-message': may(['juror'], together),
  'take-back-reaction': may(['juror'], together),
  'enter-contribution': may(['facilitator'], together),
  'confirm-contribution': may(['juror', 'facilitator', 'organiser', 'oversight'], together),
  'refuse-contribution': may(['juror', 'facilitator'], together),
  'check-in': may(['juror'], together),
  'check-out': may(['juror'], together),
  'check-in-for': may(['facilitator'], together),
  'check-out-for': may(['facilitator'], together),
  'note-in-minutes': may(['facilitator'], remembering),
  'send-minutes': may(['facilitator'], remembering),
  'back-minutes': may(['juror'], remembering),
  'object-to-minutes': may(['juror'], remembering),
  'print-objection': may(['facilitator'], remembering),
  'nudge-juror': may(['facilitator'], together),
  'hold-juror': may(['facilitator'], together),
  'release-juror': may(['facilitator'], together),
  'approve-message': may(['facilitator'], together),
  'return-message': may(['facilitator'], together),
  'report-message': may(['juror'], together),
  'leave-message': may(['facilitator'], together),
  'hide-message': may(['facilitator'], together),
  'mute-juror': may(['facilitator'], together),
  'unmute-juror': may(['facilitator'], together),
  'remove-juror': may(['facilitator'], together),
  'readmit-juror': may(['facilitator'], together),
  'propose-exclusion': may(['organiser', 'oversight'], together),
  'confirm-exclusion': may(['organiser', 'oversight'], together),
  'drop-exclusion': may(['organiser', 'oversight'], together),
  'appeal-action': may(['juror'], together),
  'decide-appeal': may(['facilitator', 'oversight'], together),
  'request-help': may(['juror'], stagesBetween('onboarding', 'closed')),
  'read-request': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'closed')),
  'resolve-request': may(['organiser', 'facilitator'], stagesBetween('onboarding', 'closed')),
  'redact-action': may(['oversight'], stagesBetween('learning', 'closed')),
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
  'support-suggestion': may(['juror'], settling),
  'unsupport-suggestion': may(['juror'], settling),
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
  'remind-voters': may(['returning-officer'], voting),
  'void-ballot': may(['returning-officer'], voting),
  'certify-ballot': may(['returning-officer'], voting),
  'reopen-ballot': may(['returning-officer'], voting),
  'write-poll': may(['facilitator'], settling),
  'withdraw-poll': may(['facilitator'], settling),
  'open-poll': may(['returning-officer'], voting),
  'open-priorities': may(['returning-officer'], voting),
  'cast-ranking': may(['juror'], voting),
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
    ['juror', 'witness', 'organiser', 'facilitator', 'returning-officer', 'authority'],
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
