import { readFileSync } from 'node:fs';
import { tidy, withoutComments } from './apex';

interface ApexFile {
  readonly name: string;
  readonly text: string;
  readonly members: readonly { readonly type: string; readonly name: string }[];
}

const DECLARATION = /\b(?:class|interface|enum)\s+(\w+)/i;
const QUEUED = /\bclass\s+\w+[^{]*\bimplements\b[^{]*\b(?:Queueable|Schedulable|Finalizer|Batchable)\b/i;
const READ_BACK = /\bJSON\s*\.\s*deserialize\w*\s*\([^;]*?\b(\w+)\s*\.\s*class\b/gi;
/** At the first level of a class, where its members stand. */
const MEMBER = /^ {4}(?:(?:public|private|protected|global|final)\s+)+([\w.<>, ]+?)\s+(\w+)\s*(?:;|=[^>])/gm;
const NO_MEMBER = /\b(?:static|class|interface|enum|transient)\b/i;

/**
 * Members of classes whose instances outlast an upgrade: jobs that are queued or scheduled, and what is stored as text
 * and read back. A member that is gone or of another type would be lost on the way, or stop the job.
 */
export function readCarried(paths: readonly string[]): string[] {
  const files = new Map(paths.map(read).map((file) => [file.name, file]));
  const carried = new Set<string>();
  const follow = (name: string): void => {
    const file = files.get(name);
    if (!file || carried.has(name)) return;
    carried.add(name);
    file.members.flatMap(({ type }) => type.match(/\w+/g) ?? []).forEach(follow);
  };
  for (const { name, text } of files.values()) {
    if (QUEUED.test(text)) follow(name);
    for (const [, target] of text.matchAll(READ_BACK)) follow(target ?? '');
  }
  return [...carried].sort().flatMap((name) => declarations(files.get(name)));
}

function read(path: string): ApexFile {
  const text = withoutComments(readFileSync(path, 'utf8'));
  const members = [...text.matchAll(MEMBER)]
    .filter(([line]) => !NO_MEMBER.test(line))
    .map(([, type, name]) => ({ type: tidy(type), name: name ?? '' }));
  return { name: DECLARATION.exec(text)?.[1] ?? path, text, members };
}

/** The class too: a job is found again by its name. */
function declarations(file: ApexFile | undefined): string[] {
  if (!file) return [];
  return [file.name, ...file.members.map(({ type, name }) => `${file.name}.${name}: ${type}`).sort()];
}
