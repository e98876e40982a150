/** The program: which command is meant, and how its end is told. */
import { cac, type CAC } from 'cac';
import { ConverterError } from '../../extractors/index.js';
import { ArchiveError } from '../../sinks/index.js';
import { CodeTablesError } from '../../transforms/index.js';
import { OverlayError } from '../codes/index.js';
import { ConfigError } from '../config/index.js';
import { NoInputsError, NoManifestError } from '../run.js';
import { PACKAGE_VERSION } from '../version.js';
import { addCheckCommand } from './check.js';
import { addCodesCommands, joinSubcommand } from './codes/index.js';
import { openContext, type CommandContext } from './command.js';
import { EXIT, UsageError, type ExitCode } from './exit.js';
import { addExtractCommand } from './extract.js';
import { openLog, type Log } from './log.js';
import { addRunCommand } from './run.js';
import { withOptionAsTyped } from './options.js';
import { joinNumbers } from './run-flags.js';

/** Carries out one call (`args` without node and script) and returns its exit code; whatever fails is told on stderr. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  let context: CommandContext | null = null;
  let cli: CAC | null = null;
  try {
    context = openContext(args);
    cli = describeProgram(context);
    return await runMatched(cli, args);
  } catch (error) {
    const command = cli?.matchedCommandName ?? null;
    return report(error, context?.log ?? openLog('text'), { args, command });
  }
}

function describeProgram(context: CommandContext): CAC {
  const cli = cac('yusuan');
  addRunCommand(cli, context);
  addExtractCommand(cli, context);
  addCodesCommands(cli, context);
  addCheckCommand(cli, context);
  cli.option('--log-format <format>', 'text or json, on stderr (default: text)');
  cli.example('  $ yusuan run disclosures/ --out out');
  cli.example('  $ yusuan check out');
  cli.help((sections) => sections.map(({ body, ...section }) => ({ ...section, body: tidy(body) })));
  cli.version(PACKAGE_VERSION);
  return cli;
}

async function runMatched(cli: CAC, args: readonly string[]): Promise<ExitCode> {
  const { options } = cli.parse(['node', cli.name, ...joinSubcommand(joinNumbers(args))], { run: false });
  if (options.help === true || (options.version === true && cli.matchedCommandName === undefined)) return EXIT.done;
  if (!cli.matchedCommand)
    throw new UsageError(args[0] === undefined ? 'a command is missing' : `there is no command "${args[0]}"`);
  const code: unknown = await cli.runMatchedCommand();
  return Object.values(EXIT).find((known) => known === code) ?? EXIT.failed;
}

/** The command-line library calls what a switch turns off a default of the switch, and leaves a space at the end of every line. */
function tidy(help: string): string {
  return help.replace(/(?: \(default: true\))? *$/gm, '');
}

/** What was called: `command` is null where the arguments name none. */
interface Call {
  readonly args: readonly string[];
  readonly command: string | null;
}

/** The exit code of a failure; a bug shows its stack, everything else a sentence. */
function report(error: unknown, log: Log, { args, command }: Call): ExitCode {
  if (!(error instanceof Error)) {
    log.error(String(error));
    return EXIT.failed;
  }
  if (isWrongUsage(error)) {
    const message = error.name === 'CACError' ? withOptionAsTyped(error.message, args) : error.message;
    log.error(`${message} (see yusuan ${command === null ? '' : `${command} `}--help)`);
    return EXIT.usage;
  }
  if (error instanceof ConfigError) {
    log.error(error.message, { code: 'config-unusable' });
    return EXIT.usage;
  }
  if (error instanceof CodeTablesError) log.error(error.message, { code: 'code-tables-broken' });
  else if (error instanceof ConverterError) log.error(error.message, { code: 'converter-unusable' });
  else if (error instanceof OverlayError) log.error(error.message, { code: 'overlay-unusable' });
  else log.error(error.message, error instanceof ArchiveError ? { code: error.code } : { stack: error.stack ?? null });
  return EXIT.failed;
}

function isWrongUsage(error: Error): boolean {
  return (
    [UsageError, NoInputsError, NoManifestError].some((kind) => error instanceof kind) || error.name === 'CACError'
  );
}
