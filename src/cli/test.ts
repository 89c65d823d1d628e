/** `npm test`: every check, each with its time; the last line says how many passed and how many failed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt, markBuilt } from './build-stamp.js';
import { root } from './run-program.js';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  /** The step without which this one says nothing. */
  readonly needs?: string;
  readonly run: (name: string) => Promise<Count>;
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

const LONGEST_EXCERPT = 12_000;
const scratch = mkdtempSync(join(tmpdir(), 'alqa-test-run-'));

/** Runs a program of one of our packages, quietly. */
async function run(program: string, ...parameters: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...parameters], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output };
}

function excerpt({ output }: Ran): void {
  console.log(output.length > LONGEST_EXCERPT ? `…\n${output.slice(-LONGEST_EXCERPT)}` : output);
}

/** A step that passes or fails as a whole. */
const check =
  (program: string, ...parameters: readonly string[]) =>
  async (): Promise<Count> => {
    const ran = await run(program, ...parameters);
    if (ran.code === 0) return { passed: 1, failed: 0 };
    excerpt(ran);
    return { passed: 0, failed: 1 };
  };

/** A step that counts by the test. */
const vitest =
  (...parameters: readonly string[]) =>
  async (name: string): Promise<Count> => {
    const report = join(scratch, `${name.replaceAll(/\W+/g, '-')}.json`);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const ran = await run('vitest/vitest.mjs', 'run', ...parameters, ...reporters);
    if (ran.code !== 0) excerpt(ran);
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    // A file that cannot even be read has no tests to fail.
    const failed = ran.code !== 0 && !numFailedTests ? 1 : (numFailedTests ?? 0);
    return { passed: numPassedTests ?? 0, failed };
  };

async function compileWords(): Promise<Count> {
  const { compile } = await import('@inlang/paraglide-js');
  const { WORDS } = await import('../../vite.config.ts');
  await compile(WORDS);
  return { passed: 1, failed: 0 };
}

async function build(): Promise<Count> {
  if (isBuilt()) return { passed: 1, failed: 0 };
  const built = await check('vite/bin/vite.js', 'build', '--logLevel', 'warn')();
  if (built.failed === 0) markBuilt();
  return built;
}

/**
 * In order; what stands in one line runs at once. Those are the ones that keep one core busy and look at no clock;
 * tests and journeys wait for answers, and have the machine to themselves.
 */
const STEPS: readonly (readonly Step[])[] = [
  [{ name: 'words', run: compileWords }],
  [{ name: 'page types', run: check('@sveltejs/kit/svelte-kit.js', 'sync') }],
  [
    { name: 'format', run: check('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
    { name: 'lint', run: check('eslint/bin/eslint.js', '--max-warnings', '0', '.') },
    {
      name: 'types',
      run: check(
        'svelte-check/bin/svelte-check',
        '--tsconfig',
        './tsconfig.json',
        '--fail-on-warnings',
        '--output',
        'human',
      ),
    },
  ],
  [{ name: 'tests', run: vitest() }],
  [{ name: 'build', run: build }],
  [{ name: 'journeys', needs: 'build', run: vitest('--config', 'tests/journeys/vitest.config.ts') }],
];

const total = { passed: 0, failed: 0 };
const failedSteps = new Set<string>();

async function take({ name, needs, run: runStep }: Step): Promise<void> {
  const began = Date.now();
  if (needs !== undefined && failedSteps.has(needs)) {
    console.log(`${name.padEnd(12)} left out, because "${needs}" failed`);
    total.failed += 1;
    return;
  }
  const { passed, failed } = await runStep(name);
  if (failed > 0) failedSteps.add(name);
  total.passed += passed;
  total.failed += failed;
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  console.log(
    `${name.padEnd(12)} ${seconds.padStart(8)}   ${failed === 0 ? 'ok' : 'FAILED'}${passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : ''}`,
  );
}

for (const together of STEPS) await Promise.all(together.map(take));
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
