import { zipSync } from 'fflate';
import { readJar } from '../jar';

describe('jars', () => {
  it('that are damaged say what to do', () => {
    expect(() => readJar(Buffer.from('not a zip file'))).toThrow(/damaged and cannot be unzipped: run npm ci/);
  });

  it('name the class file that cannot be read', () => {
    const jar = zipSync({ 'pom.xml': Buffer.from('<project/>'), 'a/Broken.class': Buffer.from([0xca, 0xfe]) });
    expect(() => readJar(jar)).toThrow(/^a\/Broken\.class is not a readable class file/);
  });
});
