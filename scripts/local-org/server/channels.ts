/** A platform event as the browser receives it. */
export interface BrowserEvent {
  readonly channel: string;
  readonly data: { readonly payload: Record<string, unknown>; readonly event: { readonly replayId: number } };
}

/** Inside a package names come without its namespace; a browser always sees full names. */
export function toBrowserEvent(
  namespace: string,
  replayId: number,
  channel: string,
  payload: Record<string, unknown>
): BrowserEvent {
  const event = channel.replace(/^\/event\//, '');
  const fields = Object.entries(payload).map(([name, value]) => [qualify(namespace, name), value] as const);
  return {
    channel: `/event/${qualify(namespace, event)}`,
    data: { payload: Object.fromEntries(fields), event: { replayId } }
  };
}

/** Custom names end in __c or __e; a namespace is one more pair of underscores before them. */
function qualify(namespace: string, name: string): string {
  const plain = /^(?!\w+__\w+__)\w+__[ce]$/.test(name);
  return plain && namespace !== '' ? `${namespace}__${name}` : name;
}
