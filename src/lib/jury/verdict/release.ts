/** How an approved verdict goes out: proposed by the organiser, agreed by oversight, shown to the jurors first, then to everybody. */
import type { Content, Instant, Locale, MemberId } from '../terms.ts';

export interface Release {
  /** No earlier than this; null: as soon as the notice to the jurors is over. Once agreed, the moment itself. */
  readonly at: Instant | null;
  /** For how many minutes the jurors see what goes out before anybody else does. */
  readonly notice: number;
  /** In which the jurors wrote; everything else on the public pages is a translation. */
  readonly language: Locale;
  /** How many places the scan pointed at. Where they are, and what stands there, is not for the journal ([J5]). */
  readonly findings: number;
  /** [P89] A hash of each of them, so that another one in its stead is not taken for it; absent where there were none. */
  readonly seen?: Content;
  /** Why those places may go out as they are. */
  readonly note?: Content;
  readonly by: MemberId;
  readonly agreed: boolean;
}

export type ReleaseEvent =
  | ({ readonly type: 'release-proposed' } & Omit<Release, 'agreed'>)
  | { readonly type: 'release-agreed'; readonly at: Instant }
  | { readonly type: 'release-withdrawn'; readonly reason: Content };

export function evolveRelease(release: Release | null, event: ReleaseEvent): Release | null {
  switch (event.type) {
    case 'release-proposed': {
      const { type: _type, ...proposed } = event;
      return { ...proposed, agreed: false };
    }
    case 'release-agreed':
      return release && { ...release, at: event.at, agreed: true };
    case 'release-withdrawn':
      return null;
  }
}

/** From when on the jurors see what goes out; null while the two have not agreed. */
export const seenByJurorsFrom = (release: Release | null): Instant | null =>
  release?.agreed && release.at !== null ? release.at - release.notice * 60_000 : null;
