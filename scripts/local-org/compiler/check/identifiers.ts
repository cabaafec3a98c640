import type { At } from '../ast';
import type { CheckContext } from './context';

/** Words of the language and its queries that the parser would take as names. */
const KEYWORDS = words(`abstract and as asc break bulk by catch class commit continue delete desc do else enum extends
  false final finally for from global having if implements in insert instanceof interface like limit list map merge new
  not null nulls on or override private protected public return select static super testmethod this throw trigger true
  try undelete update upsert using virtual webservice where while`);

/** Names that the platform keeps for itself, but for methods. */
const RESERVED = words(`activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const
  currency date datetime decimal default double end exception exit export float goto group hint import inner int integer
  into join long loop number object of outer package parallel pragma retrieve rollback set short sobject sort string
  switch synchronized system then time transaction when`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** A name that a declaration gives. */
export function checkIdentifier(context: CheckContext, at: At, name: string, isMethod = false): void {
  const lower = name.toLowerCase();
  if (!/^[a-z](?:_?[a-z\d])*$/.test(lower)) context.report(at, 'name', `Invalid character in identifier: ${name}`);
  else if (RESERVED.has(lower)) {
    if (!isMethod) context.report(at, 'name', `Identifier name is reserved: ${name}`);
  } else if (KEYWORDS.has(lower)) context.report(at, 'name', `Unexpected token '${name}'.`);
}
