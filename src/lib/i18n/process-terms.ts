/** The words of the page about the process: the OECD's principles and how a check came out. */
import * as m from './compiled/messages.js';

export const PROCESS_TERMS = {
  principle: {
    purpose: m.process_principle_purpose,
    accountability: m.process_principle_accountability,
    transparency: m.process_principle_transparency,
    inclusiveness: m.process_principle_inclusiveness,
    representativeness: m.process_principle_representativeness,
    information: m.process_principle_information,
    deliberation: m.process_principle_deliberation,
    time: m.process_principle_time,
    integrity: m.process_principle_integrity,
    privacy: m.process_principle_privacy,
    evaluation: m.process_principle_evaluation,
  },
  check_outcome: {
    met: m.process_outcome_met,
    partly: m.process_outcome_partly,
    'not-met': m.process_outcome_not_met,
    'not-yet': m.process_outcome_not_yet,
    'cannot-tell': m.process_outcome_cannot_tell,
  },
};
