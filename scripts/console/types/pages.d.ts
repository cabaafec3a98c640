declare module 'virtual:console-pages' {
  import type { LightningElement } from 'lwc';
  /** What each Lightning page shows, by the page's name. */
  export const pages: Readonly<
    Record<string, readonly { readonly tag: string; readonly component: typeof LightningElement }[]>
  >;
}
