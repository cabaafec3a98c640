import { createElement, type LightningElement } from 'lwc';

type Component = LightningElement['constructor'] & { new (): LightningElement };

/** Shows a component in the document; the setup takes it away after the test. */
export async function mount(tag: string, component: unknown, properties: object = {}): Promise<HTMLElement> {
  const element = createElement(tag, { is: component as Component });
  document.body.appendChild(Object.assign(element, properties));
  await settle();
  return element;
}

/** Lets answers arrive and components render; long chains of promises take several turns. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** The elements a path of selectors leads to, entering the shadow of each step but the last. */
export function all<T extends HTMLElement = HTMLElement>(root: HTMLElement, ...path: readonly string[]): T[] {
  return path.reduce<HTMLElement[]>(
    (found, selector) => found.flatMap((one) => [...(one.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]),
    [root]
  ) as T[];
}

/** The only element such a path leads to; anything else fails the test. */
export function one<T extends HTMLElement = HTMLElement>(root: HTMLElement, ...path: readonly string[]): T {
  const found = all<T>(root, ...path);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${path.join(' > ')} leads to ${found.length} elements, not to one.`);
  return first;
}

export function texts(root: HTMLElement, ...path: readonly string[]): (string | null)[] {
  return all(root, ...path).map((element) => element.textContent);
}

/** A property of a base component, whose stub in tests renders nothing. */
export function property(element: HTMLElement, name: string): unknown {
  return (element as unknown as Record<string, unknown>)[name];
}

/** Presses the only element such a path leads to, and waits for what comes of it. */
export async function press(root: HTMLElement, ...path: readonly string[]): Promise<void> {
  one(root, ...path).click();
  await settle();
}
