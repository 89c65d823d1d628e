import { isPublic } from '$lib/jury/charter/rules.ts';
import { isMuted } from '$lib/jury/deliberation/moderation/muting.ts';
import { openJury } from '$lib/server/pages.ts';
import { verifyJournals } from '$lib/server/verify-journals.ts';
import { exhibitBalance, witnessBalance } from './balance.ts';
import { hiddenMessages, provenanceOf } from './provenance.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['oversight']);
  const [journal] = await verifyJournals(event.locals.app.database, jury.id);
  if (!journal) throw new Error('A jury without a journal contradicts the schema.');
  const { charter, selection, seats, evidence, room } = jury;
  return {
    id: jury.id,
    title: charter.title,
    stage: charter.stage,
    rule: charter.rule,
    mandate: charter.mandate,
    targets: selection.targets,
    seats: provenanceOf(seats, selection),
    witnesses: witnessBalance(evidence.witnesses),
    exhibits: exhibitBalance(evidence.exhibits),
    hidden: hiddenMessages(room),
    muted: room.muted.filter((seat) => isMuted(jury, seat, serverNow)),
    declined: evidence.questions.flatMap(({ id, declined }) => (declined ? [{ id, ...declined }] : [])),
    unanswered: jury.complaints.filter(({ answer }) => !answer).length,
    journal,
    isPublic: isPublic(jury),
    checkedAt: serverNow,
  };
};
