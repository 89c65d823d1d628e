/** The words for letters and what became of them, as the organiser reads them. */
import * as m from './compiled/messages.js';

export const LETTER_TERMS = {
  letter: {
    link: m.mail_kind_link,
    appointed: m.mail_kind_appointed,
    'sign-in': m.mail_kind_sign_in,
    session: m.mail_kind_session,
    'session-moved': m.mail_kind_session_moved,
    'session-cancelled': m.mail_kind_session_cancelled,
    call: m.mail_kind_call,
    vacancy: m.mail_kind_vacancy,
    ballot: m.mail_kind_ballot,
    release: m.mail_kind_release,
    'release-held': m.mail_kind_release_held,
    due: m.mail_kind_due,
    verdict: m.mail_kind_verdict,
    answer: m.mail_kind_answer,
    report: m.mail_kind_report,
    handover: m.mail_kind_handover,
    erratum: m.mail_kind_erratum,
    translation: m.mail_kind_translation,
    complaint: m.mail_kind_complaint,
    'complaint-answered': m.mail_kind_complaint_answered,
    closed: m.mail_kind_closed,
    follow: m.mail_kind_follow,
    following: m.mail_kind_following,
  },
  mail_state: {
    waiting: m.mail_state_waiting,
    sending: m.mail_state_sending,
    'handed-over': m.mail_state_handed_over,
    sent: m.mail_state_sent,
    'given-up': m.mail_state_given_up,
    unsure: m.mail_state_unsure,
    needless: m.mail_state_needless,
  },
};
