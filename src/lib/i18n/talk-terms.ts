/** The words of talk, of attendance and of minutes. */
import * as m from './compiled/messages.js';

export const TALK_TERMS = {
  mode: {
    app: m.terms_mode_app,
    phone: m.terms_mode_phone,
    'in-room': m.terms_mode_in_room,
    assisted: m.terms_mode_assisted,
  },
  attended: {
    present: m.terms_attended_present,
    away: m.terms_attended_away,
    left: m.terms_attended_left,
    attended: m.terms_attended_attended,
    missed: m.terms_attended_missed,
  },
  reaction: {
    agreement: m.terms_reaction_agreement,
    question: m.terms_reaction_question,
    thanks: m.terms_reaction_thanks,
  },
  minutes_section: {
    attendance: m.minutes_section_attendance,
    programme: m.minutes_section_programme,
    floor: m.minutes_section_floor,
    questions: m.minutes_section_questions,
    soundings: m.minutes_section_soundings,
    tables: m.minutes_section_tables,
    decisions: m.minutes_section_decisions,
    moderation: m.minutes_section_moderation,
  },
};
