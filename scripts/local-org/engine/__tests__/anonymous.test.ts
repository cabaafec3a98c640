import { analyse } from '../../compiler/analyse';
import { analyseAnonymous } from '../../compiler/analyse-anonymous';
import { ANONYMOUS_BODY } from '../../compiler/emit/anonymous';
import { emitProgram } from '../../compiler/emit/module';
import { loadPlatformTypes } from '../../types';
import { call, engineFor, transaction } from './apex';

test('an anonymous block runs beside the loaded program, with methods and classes of its own', () => {
  const text = "public class Log { public static String text = ''; }";
  const files = [{ path: 'Log.cls', kind: 'class' as const, text }];
  const schema = { object: () => undefined, projectObjects: () => [] };
  const analysis = analyse([{ namespace: '', root: '', managed: false, files }], loadPlatformTypes(), schema);
  const options = { mode: 'generator' as const, coverage: false };
  const { program, index } = emitProgram(analysis.units, options);
  const engine = engineFor(program);
  const block = `class Part { String name; Part(String name) { this.name = name; } }
    void note(Part p) { Log.text += p.name; }
    for (Integer i = 0; i < 3; i++) { if (i == 1) { continue; } note(new Part('n' + i)); }
    if (Log.text.length() == 0) { return; }
    Log.text += '!';`;
  const { unit, problems } = analyseAnonymous(block, analysis.symbols, { namespace: '' });
  expect(problems).toEqual([]);
  engine.load(emitProgram([unit!], options, index).program);
  const tx = transaction();
  expect(() => call(engine, 'anonymous', ANONYMOUS_BODY, [], tx)).toThrow('String.length() is not supported');
  expect(tx.statics[engine.classes.handle('c.Log').slot]).toEqual({ _text: 'n0n2' });
});
