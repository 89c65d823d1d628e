/**
 * Whether a spreadsheet program would take the cell for a formula. A sign before a number, a telephone number or a word
 * is none; one before a call (`-2+SUM(A1)`), another sheet (`+Sheet1!A1`) or a command (`+cmd|' /C calc'!A0`) is.
 * Source: OWASP, "CSV Injection".
 */
export const isFormula = (cell: string): boolean => /^=./s.test(cell) || /^[@+-].*(?:[a-z]\w*\(|[!|])/is.test(cell);
