/** The words of the hearings: positions, how balanced they were found, what a fact check found. */
import * as m from './compiled/messages.js';

export const HEARING_TERMS = {
  stance: {
    for: m.hearing_stance_for,
    against: m.hearing_stance_against,
    other: m.hearing_stance_other,
    neutral: m.hearing_stance_neutral,
    unsaid: m.hearing_stance_unsaid,
  },
  balanced: {
    balanced: m.hearing_balanced_balanced,
    partly: m.hearing_balanced_partly,
    'one-sided': m.hearing_balanced_one_sided,
  },
  finding: {
    confirmed: m.hearing_finding_confirmed,
    partly: m.hearing_finding_partly,
    wrong: m.hearing_finding_wrong,
    'not-known': m.hearing_finding_not_known,
  },
};
