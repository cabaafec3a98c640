import type { Denial } from './denials';

export interface Consent {
  readonly appName: string;
  readonly username: string;
  readonly scopes: readonly string[];
  /** Where the decision is posted: the request itself. */
  readonly action: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #181818; background: #f3f3f3; margin: 0; }
  main { max-width: 26rem; margin: 4rem auto; padding: 2rem; background: #fff; border-radius: .5rem; }
  h1 { font-size: 1.25rem; margin-top: 0; }
  button { font: inherit; padding: .5rem 1.5rem; border-radius: .25rem; border: 1px solid #0b5cab; cursor: pointer; }
  button[value=allow] { background: #0b5cab; color: #fff; }
  button[value=deny] { background: #fff; color: #0b5cab; }
`;

export function consentPage({ appName, username, scopes, action }: Consent): string {
  const items = scopes.map((scope) => `<li>${escape(scope)}</li>`).join('');
  return page(
    'Allow access?',
    `<h1>${escape(appName)} asks for access</h1>
<p>You are <strong>${escape(username)}</strong>. The app wants to:</p>
<ul>${items}</ul>
<form method="post" action="${escape(action)}">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`
  );
}

/** For requests whose redirect URI cannot be trusted: the error stays with the user. */
export function errorPage({ error, description }: Denial): string {
  return page(
    'Authorization error',
    `<h1>This authorization cannot go on</h1>
<p><code>error=${escape(error)}</code></p>
<p>${escape(description)}</p>`
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><main>
${body}
</main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
