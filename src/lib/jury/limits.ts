/** How long the words of a jury may be, asked by the shapes of commands and by the forms alike. Characters. */
export const LIMITS = { line: 200, paragraph: 4_000, page: 60_000, message: 2_000, note: 250 } as const;

/** An act's own id: a client makes one up for every act and repeats it when it repeats the act. 128 random bits in hexadecimal. */
export const COMMAND_ID = /^[0-9a-f]{32}$/;
