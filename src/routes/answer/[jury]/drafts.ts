/** A draft of an answer as the authority's members share it. */
export interface SharedDraft {
  readonly recommendation: string;
  readonly version: number;
  readonly writer: string | null;
  readonly position: string | null;
  readonly reasons: string;
  readonly responsible: string;
  readonly until: string | null;
  readonly savedBy: string | null;
  readonly savedAt: number;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Under which name a device keeps what was typed since the draft of that version. */
export const keyOf = (jury: string, recommendation: string, version: number): string =>
  `${jury}.answer.${recommendation}.${version}`;
