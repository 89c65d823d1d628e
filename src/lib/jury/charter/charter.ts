/** The charter: what is asked, by whom, within which limits, by which rule, and who has which office. Everyone may read it. */
import type { Stage } from '../stages.ts';
import type { Content, Day, Instant, MemberId, StaffRole, Translated } from '../terms.ts';
import type { DecisionRule } from './decision-rule.ts';

export interface CharterText {
  readonly title: Translated;
  readonly question: Translated;
  readonly scopeIn: Translated;
  readonly scopeOut: Translated;
  readonly authority: Translated;
  readonly seats: number;
  readonly starts: Day;
  readonly ends: Day;
}

export interface Mandate {
  readonly statement: Content;
  /** The day by which the authority has promised to answer every adopted recommendation. */
  readonly respondBy: Day;
  readonly signedBy: MemberId;
  readonly signedAt: Instant;
}

export interface Charter extends CharterText {
  readonly stage: Stage;
  readonly reached: readonly { readonly stage: Stage; readonly at: Instant }[];
  readonly rule: DecisionRule | null;
  readonly mandate: Mandate | null;
  readonly members: Readonly<Record<MemberId, StaffRole>>;
}

export type CharterEvent =
  | ({ readonly type: 'jury-created'; readonly by: MemberId; readonly at: Instant } & CharterText)
  | ({ readonly type: 'charter-revised' } & CharterText)
  | { readonly type: 'decision-rule-set'; readonly rule: DecisionRule }
  | ({ readonly type: 'mandate-signed' } & Mandate)
  | { readonly type: 'member-appointed'; readonly member: MemberId; readonly role: StaffRole }
  | { readonly type: 'member-dismissed'; readonly member: MemberId; readonly reason?: Content }
  | { readonly type: 'stage-reached'; readonly stage: Stage; readonly at: Instant };

/** The text alone, without anything else that a command or an event carries. */
export function charterText({
  title,
  question,
  scopeIn,
  scopeOut,
  authority,
  seats,
  starts,
  ends,
}: CharterText): CharterText {
  return { title, question, scopeIn, scopeOut, authority, seats, starts, ends };
}

export function foundCharter(event: Extract<CharterEvent, { type: 'jury-created' }>): Charter {
  return {
    ...charterText(event),
    stage: 'designing',
    reached: [{ stage: 'designing', at: event.at }],
    rule: null,
    mandate: null,
    members: { [event.by]: 'organiser' },
  };
}

export function evolveCharter(charter: Charter, event: CharterEvent): Charter {
  switch (event.type) {
    case 'jury-created':
      return foundCharter(event);
    case 'charter-revised':
      // [C6] What was signed is no longer what stands.
      return { ...charter, ...charterText(event), mandate: null };
    case 'decision-rule-set':
      return { ...charter, rule: event.rule, mandate: null };
    case 'mandate-signed': {
      const { statement, respondBy, signedBy, signedAt } = event;
      return { ...charter, mandate: { statement, respondBy, signedBy, signedAt } };
    }
    case 'member-appointed':
      return { ...charter, members: { ...charter.members, [event.member]: event.role } };
    case 'member-dismissed': {
      const { [event.member]: _dismissed, ...members } = charter.members;
      return { ...charter, members };
    }
    case 'stage-reached':
      return { ...charter, stage: event.stage, reached: [...charter.reached, { stage: event.stage, at: event.at }] };
  }
}
