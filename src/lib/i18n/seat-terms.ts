/** The words of seats that are offered, and of what is asked of a juror's messages. Apart from the others: the room does without them. */
import * as m from './compiled/messages.js';

const SEAT_TERMS = {
  decline_reason: {
    'no-time': m.terms_decline_reason_no_time,
    work: m.terms_decline_reason_work,
    care: m.terms_decline_reason_care,
    health: m.terms_decline_reason_health,
    far: m.terms_decline_reason_far,
    other: m.terms_decline_reason_other,
  },
  mute_lasts: {
    '5': m.terms_mute_lasts_5,
    '10': m.terms_mute_lasts_10,
    '15': m.terms_mute_lasts_15,
    '30': m.terms_mute_lasts_30,
    '60': m.terms_mute_lasts_60,
    session: m.terms_mute_lasts_session,
  },
  edit_outcome: {
    edited: m.terms_edit_outcome_edited,
    kept: m.terms_edit_outcome_kept,
    dropped: m.terms_edit_outcome_dropped,
    hidden: m.terms_edit_outcome_hidden,
  },
};

type Kind = keyof typeof SEAT_TERMS;
type Value<K extends Kind> = keyof (typeof SEAT_TERMS)[K] & string;

/** The label of one value in the reader's language: `seatTerm('decline_reason', 'work')`. */
export function seatTerm<K extends Kind>(kind: K, value: Value<K>): string {
  const label = SEAT_TERMS[kind][value] as () => string;
  return label();
}

/** Every value of a kind with its label, for a list of choices. */
export const seatTermOptions = <K extends Kind>(kind: K): { value: Value<K>; label: string }[] =>
  (Object.keys(SEAT_TERMS[kind]) as Value<K>[]).map((value) => ({ value, label: seatTerm(kind, value) }));
