import * as m from '../../../../lib/i18n/compiled/messages.js';

const OURS: Readonly<Record<string, () => string>> = {
  'no-address': m.mail_problem_no_address,
  'too-late': m.mail_problem_too_late,
  'no-longer-so': m.mail_problem_no_longer_so,
  interrupted: m.mail_problem_interrupted,
  internal: m.mail_problem_internal,
};

/** A word of ours in the reader's language; what a mail server answered as it stands. */
export const sayProblem = (problem: string): string =>
  Object.hasOwn(OURS, problem) ? (OURS[problem]?.() ?? problem) : m.mail_answered({ problem });
