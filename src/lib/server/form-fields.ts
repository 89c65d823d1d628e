/** Forms send flat names and text only; commands have depth. `agenda.0.title` is the title of the first item of the agenda. */

type Nested = string | Nested[] | { [key: string]: Nested };

const DEEPEST = 4;

/** The text fields of a form. Files and repeated names are left to whoever expects them. */
export function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return fields;
}

/**
 * Gives flat fields their depth. Objects whose keys are all whole numbers become lists, closed up where rows were left empty:
 * an empty row at the end of a table is no entry.
 */
export function nest(fields: Readonly<Record<string, string>>): Nested {
  const root: { [key: string]: Nested } = Object.create(null) as { [key: string]: Nested };
  for (const [name, value] of Object.entries(fields)) {
    const path = name.split('.').slice(0, DEEPEST);
    let place = root;
    for (const key of path.slice(0, -1)) {
      const inner = place[key];
      if (typeof inner !== 'object' || Array.isArray(inner))
        place[key] = Object.create(null) as { [key: string]: Nested };
      place = place[key] as { [key: string]: Nested };
    }
    place[path.at(-1) ?? name] = value;
  }
  return listsIn(root);
}

function listsIn(value: Nested): Nested {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, listsIn(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))) {
    return entries
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, inner]) => inner)
      .filter((inner) => !isEmpty(inner));
  }
  return Object.fromEntries(entries);
}

const isEmpty = (value: Nested): boolean =>
  typeof value === 'string' ? value.trim() === '' : Object.values(value).every(isEmpty);
