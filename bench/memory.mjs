// `entente read` on the files given, as its users run it: prints pages, seconds and the peak of its memory on standard error.
const [jobs, ...files] = process.argv.slice(2);
const command = new URL('../dist/cli/main.js', import.meta.url);
process.argv = [process.argv[0], command.pathname, 'read', ...files, '--jsonl', '--jobs', jobs];
const begun = performance.now();
let pages = 0;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (text, ...rest) => {
  pages += 1;
  return write(text, ...rest);
};
process.on('exit', () => {
  const seconds = (performance.now() - begun) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const busy = (userCPUTime + systemCPUTime) / 1e6;
  process.stderr.write(`${JSON.stringify({ pages, seconds, busy, megabytes: maxRSS / 1024 })}\n`);
});
await import(command.href);
