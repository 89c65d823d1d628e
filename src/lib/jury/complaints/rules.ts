import type { Rules } from '../context.ts';
import { ok, refuse } from '../result.ts';
import type { ComplaintCommand } from './commands.ts';
import { complaintsOf, isSame } from './complaints.ts';

/** As many of one person may wait for an answer. */
const MOST_WAITING = 5;

export const complaintRules: Rules<ComplaintCommand['type']> = {
  'file-complaint': ({ subject, text }, { jury, actor, now, seal }) => {
    const waiting = complaintsOf(jury.complaints, actor).filter(({ answer }) => !answer);
    // [P80] The list is public: one person must not be able to fill it.
    if (waiting.length >= MOST_WAITING) return refuse('complaints-waiting', { count: waiting.length });
    const complaint = `J${jury.complaints.length + 1}`;
    return ok([{ type: 'complaint-filed', complaint, complainant: actor, subject, at: now, text: seal(text) }]);
  },

  'answer-complaint': ({ complaint: id, summary, reply, note }, { jury, actor, facts, now, seal }) => {
    const complaint = jury.complaints.find((one) => one.id === id);
    if (!complaint) return refuse('unknown-complaint');
    if (complaint.answer) return refuse('complaint-answered');
    const { complainant } = complaint;
    // [P82] Whoever complained may have been appointed to oversight since.
    if (isSame(complainant, actor)) return refuse('own-complaint');
    const findings = facts.findings ?? 0;
    if (findings > 0 && note === undefined) return refuse('findings-unexplained', { count: findings });
    const answer = { at: now, summary: seal(summary), reply: seal(reply) };
    const explained = note === undefined ? {} : { note: seal(note) };
    return ok([{ type: 'complaint-answered', complaint: id, complainant, ...answer, ...explained }]);
  },
};
