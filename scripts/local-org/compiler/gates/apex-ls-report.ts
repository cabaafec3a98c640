export interface ReportedFile {
  readonly path: string;
  readonly messages: readonly ReportedMessage[];
}

export interface ReportedMessage {
  readonly line: number;
  /** Column from 0. */
  readonly offset: number;
  readonly text: string;
}

/** Reads what apex-ls prints; undefined where it is no report. */
export function readReport(output: string): readonly ReportedFile[] | undefined {
  const parsed = parseLenient(output);
  const files = member(parsed, 'files');
  return Array.isArray(files) ? files.map(readFile) : undefined;
}

function readFile(value: unknown): ReportedFile {
  const messages = member(value, 'messages');
  return {
    path: text(member(value, 'path')),
    messages: Array.isArray(messages) ? messages.map(readMessage) : []
  };
}

function readMessage(value: unknown): ReportedMessage {
  const start = member(value, 'start');
  return {
    line: Math.max(1, number(member(start, 'line'))),
    offset: number(member(start, 'offset')),
    text: `${text(member(value, 'category'))}: ${withoutTokenList(text(member(value, 'message')))}`
  };
}

/** A syntax error lists every token that could have followed. */
function withoutTokenList(message: string): string {
  return message.replace(/ expecting \{[\s\S]{120,}$/, '');
}

/** The tool leaves commas after last elements. */
function parseLenient(output: string): unknown {
  const start = output.indexOf('{');
  if (start < 0) return undefined;
  try {
    return JSON.parse(output.slice(start).replace(/,(\s*[\]}])/g, '$1'));
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
