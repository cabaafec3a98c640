import { spawnSync } from 'node:child_process';

const NODE = { major: 20, minor: 19 };
const JAVA_MAJOR = 11;

/** One line for each tool that is missing or too old, saying what to install. */
export function missingTools(
  node = process.versions.node,
  java: () => string | undefined = javaVersion
): readonly string[] {
  return [checkNode(node), checkJava(java())].filter((line) => line !== undefined);
}

export function checkNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NODE.major || (major === NODE.major && minor >= NODE.minor)) return undefined;
  return `Node ${version} is too old: install Node ${NODE.major}.${NODE.minor} or newer.`;
}

/** `text` is what `java -version` prints; undefined when there is no such command. */
export function checkJava(text: string | undefined): string | undefined {
  const found = text === undefined ? undefined : /version "(\d+)(?:\.(\d+))?/.exec(text);
  const install = `install a Java runtime, version ${JAVA_MAJOR} or newer (the Apex type check needs it).`;
  if (!found) return `Java was not found: ${install}`;
  const major = found[1] === '1' ? Number(found[2]) : Number(found[1]);
  return major >= JAVA_MAJOR ? undefined : `Java ${major} is too old: ${install}`;
}

function javaVersion(): string | undefined {
  const result = spawnSync('java', ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return result.error ? undefined : result.stderr + result.stdout;
}
