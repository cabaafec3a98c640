import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../../force-app/main/console/labels/CustomLabels.labels-meta.xml');

/** Names of labels in which an apostrophe would quote what follows, as String.format does with its patterns. */
function quoting(text: string): string[] {
  return [...text.matchAll(/<fullName>(\w+)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g)].flatMap(
    ([, name = '', value = '']) => (/\{\d\}/.test(value) && /'|&apos;/.test(value) ? [name] : [])
  );
}

it('leaves no apostrophe in a label that is filled in', () => {
  expect(quoting(readFileSync(FILE, 'utf8'))).toEqual([]);
});

it('would find one', () => {
  const label = "<fullName>Odd</fullName><value>The provider's {0}</value>";
  expect(quoting(`${label}<fullName>Even</fullName><value>The provider's</value>`)).toEqual(['Odd']);
});
