#!/usr/bin/env node
/* The command as it was built last, without a look at the sources: for processes that a running twinseal starts. */
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
