/** A first guess at which column of a list of volunteers holds what, for a person to check. */

export interface Guess {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly categories: Readonly<Record<string, string>>;
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');

const KNOWN = {
  id: ['id', 'uniqueid', 'nationbuilderid', 'number', 'номер', '№', 'нөмірі', 'нөмір'],
  name: ['name', 'fullname', 'фио', 'имя', 'атыжөні', 'аты', 'firstname'],
  email: ['email', 'mail', 'почта', 'электроннаяпочта', 'электрондықпошта', 'пошта'],
  phone: ['phone', 'phonenumber', 'mobile', 'mobilenumber', 'телефон'],
} as const;

/** An empty name where nothing fits. */
export function guessColumns(headers: readonly string[], categories: readonly string[]): Guess {
  const find = (known: readonly string[]): string => {
    for (const word of known) {
      const header = headers.find((one) => folded(one) === word);
      if (header !== undefined) return header;
    }
    return '';
  };
  return {
    id: find(KNOWN.id),
    name: find(KNOWN.name),
    email: find(KNOWN.email),
    phone: find(KNOWN.phone),
    categories: Object.fromEntries(categories.map((category) => [category, find([folded(category)])])),
  };
}
