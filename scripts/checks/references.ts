/** Which classes and methods a checked unit of Apex refers to: the ground for checks of structure. */
export interface References {
  /** Canonical names of the classes of projects that the unit mentions, in any way. */
  readonly classes: ReadonlySet<string>;
  /** Calls as 'owner.key'. */
  readonly calls: ReadonlySet<string>;
}

/** Walks the annotated tree without knowing its node kinds: whatever carries a type or a target counts. */
export function referencesOf(tree: unknown): References {
  const classes = new Set<string>();
  const calls = new Set<string>();
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object' || seen.has(node)) return;
    seen.add(node);
    if (isTypeRef(node)) classes.add(node.name);
    if (isTarget(node)) {
      classes.add(node.owner);
      if (node.key !== undefined) calls.add(`${node.owner}.${node.key}`);
    }
    for (const value of Array.isArray(node) ? node : Object.values(node)) visit(value);
  };
  visit(tree);
  return { classes, calls };
}

function isTypeRef(node: object): node is { name: string; args: unknown[] } {
  return (
    'name' in node && 'args' in node && typeof node.name === 'string' && Array.isArray(node.args) && !('kind' in node)
  );
}

function isTarget(node: object): node is { owner: string; key?: string } {
  return 'kind' in node && 'owner' in node && typeof node.owner === 'string';
}
