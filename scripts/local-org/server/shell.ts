import type { ConsoleUser } from './backend';

/** What the bundle says about itself in shell.json. */
export interface ConsoleShell {
  readonly appLabel: string;
  readonly pages: readonly ShellPage[];
}

export interface ShellPage {
  readonly name: string;
  readonly label: string;
}

export interface ShellView {
  readonly shell: ConsoleShell;
  readonly page: ShellPage;
  readonly users: readonly ConsoleUser[];
  readonly user: ConsoleUser;
  readonly orgNow: number;
}

/** The frame around a page: the app's bar with its tabs, the running user, and one region. */
export function renderShell(view: ShellView): string {
  const { shell, page } = view;
  return `<!doctype html>
<html lang="en" data-page="${escape(page.name)}" data-org-now="${view.orgNow}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.label)} | ${escape(shell.appLabel)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/slds/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/assets/shell.css">
<script type="module" src="/assets/bundle/main.js"></script>
</head>
<body>
<a class="slds-assistive-text slds-assistive-text_focus" href="#main">Skip to the page</a>
<header>
<div class="shell-header slds-grid slds-grid_align-spread slds-grid_vertical-align-center">
<p><strong class="shell-badge slds-badge">Local org</strong> <span class="slds-m-left_x-small">The package's own Apex, executed on this machine. Nothing leaves it.</span></p>
${renderUserMenu(view)}
</div>
<div class="slds-context-bar">
<div class="slds-context-bar__primary"><div class="slds-context-bar__item slds-no-hover">
<span class="slds-context-bar__label-action slds-context-bar__app-name"><span class="slds-truncate">${escape(shell.appLabel)}</span></span>
</div></div>
<nav class="slds-context-bar__secondary" aria-label="Tabs"><ul class="slds-grid">
${shell.pages.map((one) => renderTab(one, one.name === page.name)).join('\n')}
</ul></nav>
</div>
</header>
<main id="main" class="shell-main"><div id="region"></div></main>
</body>
</html>
`;
}

function renderTab(page: ShellPage, current: boolean): string {
  const itemClass = current ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item';
  const mark = current ? ' aria-current="page"' : '';
  return `<li class="${itemClass}"><a class="slds-context-bar__label-action" href="/page/${encodeURIComponent(page.name)}"${mark}><span class="slds-truncate">${escape(page.label)}</span></a></li>`;
}

function renderUserMenu({ page, users, user }: ShellView): string {
  const options = users.map((one) => {
    const selected = one.id === user.id ? ' selected' : '';
    return `<option value="${escape(one.id)}"${selected}>${escape(one.name)}</option>`;
  });
  return `<form method="post" action="/user" class="slds-form-element slds-grid slds-grid_vertical-align-center">
<input type="hidden" name="page" value="${escape(page.name)}">
<label class="slds-form-element__label slds-m-bottom_none" for="user">Running as</label>
<div class="slds-select_container"><select class="slds-select" id="user" name="user">${options.join('')}</select></div>
<noscript><button class="slds-button slds-button_neutral">Change</button></noscript>
</form>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Only what the design system leaves to the container. */
export const SHELL_CSS = `html, body { background: var(--slds-g-color-brand-base-90); }
.shell-header { flex-wrap: wrap; gap: 0.25rem 1rem; min-height: 3.125rem; padding: 0.5rem 1rem; background: var(--slds-g-color-neutral-base-100); }
.shell-badge { color: var(--slds-g-color-neutral-base-100); background: var(--slds-g-color-brand-base-30); }
.shell-main { padding: 0.75rem; max-width: 100rem; margin: 0 auto; }
`;
