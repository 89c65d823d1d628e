export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * The words that changed between two versions, in reading order: a longest common subsequence over words and the spaces
 * between them. Texts have at most 4 000 characters, so the full table stays small.
 */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  const old = before.split(/(\s+)/);
  const now = after.split(/(\s+)/);
  const common = lengths(old, now);
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      extend(stretches, 'same', old[i++]);
      j++;
    } else if (j >= now.length || (i < old.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      extend(stretches, 'removed', old[i++]);
    } else {
      extend(stretches, 'added', now[j++]);
    }
  }
  return stretches;
}

/** `lengths[i][j]`: how many words the rest of `old` from `i` and the rest of `now` from `j` have in common, in order. */
function lengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = table[i] as Uint16Array;
      row[j] = old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

const at = (table: readonly Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

function extend(stretches: Stretch[], kind: Stretch['kind'], word = ''): void {
  const last = stretches.at(-1);
  if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + word };
  else stretches.push({ kind, text: word });
}
