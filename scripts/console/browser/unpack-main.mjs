// Run as a process of its own, with TMPDIR set: the package unpacks into the temporary folder of its process.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
