/** Complaints about the process: told to oversight in confidence, answered in public. */
import type { Actor, Content, Instant } from '../terms.ts';
import { withoutNote } from '../viewer.ts';
import type { Viewer } from '../viewer.ts';
import type { COMPLAINT_SUBJECTS } from './commands.ts';

export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

export interface ComplaintAnswer {
  readonly at: Instant;
  readonly summary: Content;
  readonly reply: Content;
  /** For oversight only. */
  readonly note?: Content;
}

export interface Complaint {
  readonly id: string;
  readonly complainant: Actor;
  readonly subject: ComplaintSubject;
  readonly at: Instant;
  readonly text: Content;
  readonly answer?: ComplaintAnswer;
}

export type Complaints = readonly Complaint[];

/** Each says whose complaint it is, so that it is told to those only who may know. */
export type ComplaintEvent =
  | ({ readonly type: 'complaint-filed'; readonly complaint: string } & Omit<Complaint, 'id' | 'answer'>)
  | ({
      readonly type: 'complaint-answered';
      readonly complaint: string;
      readonly complainant: Actor;
    } & ComplaintAnswer);

export function evolveComplaints(complaints: Complaints, event: ComplaintEvent): Complaints {
  if (event.type === 'complaint-filed') {
    const { type: _type, complaint: id, ...filed } = event;
    return [...complaints, { id, ...filed }];
  }
  const { type: _type, complaint, complainant: _of, ...answer } = event;
  return complaints.map((one) => (one.id === complaint ? { ...one, answer } : one));
}

export const isSame = (one: Actor, other: Actor): boolean =>
  one.kind === other.kind && 'id' in one && 'id' in other && one.id === other.id;

/** [W50] Jurors are known by their seat. A member or a witness reads their own through {@link complaintsOf} alone. */
export const seesComplaint = ({ complainant }: Pick<Complaint, 'complainant'>, { role, seat }: Viewer): boolean =>
  role === 'oversight' || (seat !== undefined && isSame(complainant, { kind: 'seat', id: seat }));

/** [W50] */
export const viewComplaints = (complaints: Complaints, viewer: Viewer): Complaints =>
  complaints
    .filter((one) => seesComplaint(one, viewer))
    .map((one) => (viewer.role === 'oversight' || !one.answer ? one : { ...one, answer: withoutNote(one.answer) }));

/** [W50] What whoever complained may read again of their own complaints, oldest first. */
export const complaintsOf = (complaints: Complaints, actor: Actor): Complaints =>
  complaints
    .filter(({ complainant }) => isSame(complainant, actor))
    .map((one) => (one.answer ? { ...one, answer: withoutNote(one.answer) } : one));
