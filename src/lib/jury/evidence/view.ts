/** What a viewer may see of the evidence: who asked, how many support what, the box of the public, the fact checks. */
import { onlyOwn, own, unnamed } from '../viewer.ts';
import type { Viewer } from '../viewer.ts';
import type { Evidence, EvidenceEvent } from './evidence.ts';
import { withOwnMark } from './exhibit.ts';
import type { Question } from './question.ts';

const seesAskers = ({ role }: Viewer): boolean => role === 'facilitator';

/** [E56] What the public sent and nobody admitted is for those who decide and those who watch them. */
const seesBox = ({ role }: Viewer): boolean => role === 'facilitator' || role === 'oversight';

/** [E57] A claim may quote what was said in the room, so that a fact check is for those who are in it. */
const seesChecks = ({ role }: Viewer): boolean => role !== 'witness' && role !== 'observer';

/** [E15] Before the hearing nobody knows how many support a question. */
const hasBegun = ({ witnesses }: Evidence, { witness }: Question): boolean =>
  witnesses.some((one) => one.id === witness && one.hearing !== 'planned');

export function viewEvidence(evidence: Evidence, viewer: Viewer): Evidence {
  return {
    ...evidence,
    exhibits: evidence.exhibits.map((one) => withOwnMark(one, viewer.seat)),
    calls: evidence.calls.map((one) => ({ ...one, signed: own(one.signed, viewer) })),
    questions: evidence.questions.map(({ asker, ...question }) => ({
      ...question,
      ...(asker !== undefined && (seesAskers(viewer) || asker === viewer.seat) ? { asker } : {}),
      support: hasBegun(evidence, question) ? own(question.support, viewer) : onlyOwn(question.support, viewer),
    })),
    ratings: evidence.ratings.map((one) => ({ ...one, raters: own(one.raters, viewer) })),
    fromPublic: seesBox(viewer) ? evidence.fromPublic : { ...evidence.fromPublic, box: [] },
    checks: seesChecks(viewer) ? evidence.checks.map((one) => ({ ...one, support: own(one.support, viewer) })) : [],
  };
}

/** The event as this viewer may see it; null where it concerns something they do not see at all. */
export function viewEvidenceEvent(event: EvidenceEvent, viewer: Viewer): EvidenceEvent | null {
  switch (event.type) {
    case 'question-asked': {
      const { asker, ...anonymous } = event;
      return seesAskers(viewer) || (asker !== undefined && asker === viewer.seat) ? event : anonymous;
    }
    case 'question-supported':
    case 'question-unsupported': {
      const { seat, ...uncounted } = event;
      if (seat !== undefined && seat === viewer.seat) return event;
      return event.told ? uncounted : null;
    }
    case 'question-merged':
      return { ...event, support: event.told ? own(event.support, viewer) : onlyOwn(event.support, viewer) };
    case 'exhibit-marked':
      return event.seat === viewer.seat ? event : null;
    case 'witness-called':
    case 'call-signed':
    case 'balance-rated':
      return unnamed(event, viewer);
    case 'public-question-sent':
    case 'public-question-declined':
      return seesBox(viewer) ? event : null;
    case 'fact-check-requested':
    case 'fact-check-supported':
      return seesChecks(viewer) ? unnamed(event, viewer) : null;
    case 'fact-check-taken':
    case 'fact-check-answered':
    case 'fact-check-declined':
      return seesChecks(viewer) ? event : null;
    default:
      return event;
  }
}
