/** What the npm scripts run, on any machine with Node 20.19 or newer: install and build what is missing, then go on with the pinned Node. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt, markBuilt } from './build-stamp.js';
import { isOlder } from './node-version.js';
import { isInstalled } from './packages.js';
import { pinnedNode, root, runProgram, serverFlags } from './run-program.js';

const VITE = 'node_modules/vite/bin/vite.js';

/** Each command: the program that the pinned Node runs, whether it serves people, and whether the pages have to be built for it. */
const COMMANDS = {
  demo: { program: ['src/cli/alqa.ts', 'demo'], flags: serverFlags, pages: true },
  serve: { program: ['src/cli/alqa.ts', 'serve'], flags: serverFlags, pages: true },
  dev: { program: [VITE, 'dev', '--port', process.env['PORT'] ?? '3000', '--strictPort'], pages: false },
  test: { program: ['src/cli/test.ts'], pages: false },
  bench: { program: ['src/cli/bench.ts'], pages: true },
  screenshots: { program: ['src/cli/screenshots.ts'], pages: true },
};

process.exitCode = await main();

async function main() {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1];
  if (!command) return say(`Use one of: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  if (isOlder(process.versions.node, [20, 19])) {
    return say(
      `npm needs Node 20.19 or newer to set Alqa up; this is ${process.versions.node}. See https://nodejs.org.`,
      1,
    );
  }
  const mustBuild = command.pages && !isBuilt();
  const development = mustBuild || !command.pages;
  if (!isInstalled(development) && (await install()) !== 0) return say('The packages could not be installed.', 1);
  if (mustBuild && (await build()) !== 0) return say('The pages could not be built.', 1);
  return runPinned([...command.program, ...rest], 'flags' in command ? command.flags : []);
}

async function install() {
  console.error('Installing the packages …');
  const npm = process.env['npm_execpath'];
  // Not `npm ci`: it gives up where a registry lacks the optional packages of other kinds of machine.
  const parameters = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
  if (npm && existsSync(npm)) return runProgram(process.execPath, [npm, ...parameters], { cwd: root });
  return runProgram('npm', parameters, { cwd: root, shell: process.platform === 'win32' });
}

async function build() {
  console.error('Building the pages …');
  const code = await runPinned([VITE, 'build', '--logLevel', 'warn']);
  if (code === 0) markBuilt();
  return code;
}

/** @param {string[]} parameters of which the first is a program of ours @param {string[]} flags for Node itself */
function runPinned([program = '', ...rest], flags = []) {
  return runProgram(pinnedNode, [...flags, join(root, program), ...rest], { cwd: root });
}

/** @param {string} sentence @param {number} code */
function say(sentence, code) {
  console.error(sentence);
  return code;
}
