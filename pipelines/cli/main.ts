#!/usr/bin/env node
import { keepHeapSmall } from '../heap.js';
import { runProgram } from './program.js';

/** A reader that has seen enough (`| head`) closes the pipe: no failure, and nobody is left to tell. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);
keepHeapSmall();
process.exitCode = await runProgram(process.argv.slice(2));
