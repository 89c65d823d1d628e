/** What whoever finds the folder in ten years has to know. */
export interface About {
  readonly jury: string;
  readonly origin: string;
  readonly title: string;
  readonly files: readonly string[];
}

export function readmeOf({ jury, origin, title, files }: About): string {
  const replacements = [...new Set(files.flatMap((file) => /^data\/replacements\/[^/]+/.exec(file)?.[0] ?? []))];
  const drawn = files.includes('data/lottery/commitment.json');
  const lottery = `
## Checking the lottery

\`data/lottery\` is the public record of the draw: who was in the pool by number, the targets, the list of equally likely panels, the
commitment that was published before the seed existed, and the draw. Repeat it with

    alqa lottery verify ${['data/lottery', ...replacements].join(' ')}
`;
  return `# ${title}

The public record of the citizens' jury \`${jury}\`, as it stood at ${origin}/juries/${jury} when this folder was made. It needs no
server and no program: open \`index.html\`. The pages are in English, Russian and Kazakh; the jurors' own words are in the language in
which they wrote them.

| what                                  | where                                                      |
| ------------------------------------- | ---------------------------------------------------------- |
| pages                                 | \`en\`, \`ru\`, \`kk\`                                           |
| the whole record                      | \`data/record.json\`, described by \`data/record.schema.json\` |
| the recommendations as a table        | \`data/recommendations.csv\` (RFC 4180, UTF-8)               |
| each file and column explained        | \`en/README.md\`, \`ru/README.md\`, \`kk/README.md\`          |
| how the jury worked, with checks      | \`en/process.html\`, \`ru/process.html\`, \`kk/process.html\` |
| stages and answers as a feed          | \`en/feed.atom\`, \`ru/feed.atom\`, \`kk/feed.atom\`             |
| documents that the jury was shown     | \`files\`; the rights stay with their authors                |

No juror is named. Deadlines are told as they stood on the day of the export.

## Checking the files

    sha256sum --check --quiet SHA256SUMS

The SHA-256 of \`data/record.json\` is the one that the verdict's page shows under "Check".
${drawn ? lottery : ''}`;
}
