import type { ComplaintSubject } from '../jury/complaints/complaints.ts';
import * as m from './compiled/messages.js';

/** What a complaint is about, for its own pages: no other page has to carry these words. */
export const COMPLAINT_SUBJECT_NAMES: Readonly<Record<ComplaintSubject, () => string>> = {
  selection: m.complaint_subject_selection,
  evidence: m.complaint_subject_evidence,
  facilitation: m.complaint_subject_facilitation,
  conditions: m.complaint_subject_conditions,
  voting: m.complaint_subject_voting,
  other: m.complaint_subject_other,
};
