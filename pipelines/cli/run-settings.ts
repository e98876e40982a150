/** What a call of `run` asks for: flags before configuration before defaults. */
import { findConfig, RANGES, type YusuanConfig } from '../config/index.js';
import type { RunOptions } from '../run.js';
import type { CommandContext } from './command.js';
import { UsageError } from './exit.js';
import { MEASURES, parseLimit, type Limit } from './limits.js';
import { hasOption, optionNumber, optionText, optionTexts, positionals } from './options.js';
import { overlayToUse } from './overlay.js';
import { VALUED } from './run-flags.js';

export interface RunCall {
  readonly options: RunOptions;
  readonly failOn: readonly Limit[];
  readonly isDryRun: boolean;
}

/** Flags take memory in MiB. */
export const BYTES_PER_MIB = 1024 * 1024;
/** In MiB. */
const UNPACKED = { ...RANGES.unpackedBytes, most: Math.floor(RANGES.unpackedBytes.most / BYTES_PER_MIB) };

/** @throws UsageError, ConfigError for what can't be carried out as typed or written */
export async function readRunCall(context: CommandContext): Promise<RunCall> {
  const { args } = context;
  const config = await configOf(args);
  if (config.logFormat && optionText(args, 'log-format') === null) context.useLogFormat(config.logFormat);
  const outDir = optionText(args, 'out') ?? config.out;
  // Nothing is what an unset variable leaves, not the working directory.
  if (outDir === undefined || outDir === '') throw new UsageError('run needs --out <dir>');
  return {
    options: {
      ...inputsOf(args, config),
      outDir,
      overlay: overlayToUse(context, config.codes),
      jobs: optionNumber(args, 'jobs', RANGES.jobs) ?? config.jobs,
      limits: limitsOf(args, config),
      reprocess: reprocessOf(args) ?? config.reprocess,
      parquet: parquetOf(args) ?? config.parquet,
    },
    failOn: failOnOf(args, config),
    isDryRun: hasOption(args, 'dry-run'),
  };
}

async function configOf(args: readonly string[]): Promise<YusuanConfig> {
  const named = optionText(args, 'config');
  const isOff = hasOption(args, 'no-config');
  if (isOff && hasConfig(args)) throw new UsageError('--config and --no-config exclude each other');
  if (hasConfig(args) && named === null) throw new UsageError('--config takes a file');
  return isOff ? {} : ((await findConfig(named))?.config ?? {});
}

function hasConfig(args: readonly string[]): boolean {
  return hasOption(args, 'config') || optionText(args, 'config') !== null;
}

/** What the command line names goes in place of all that the configuration does, inputs and manifests alike. */
function inputsOf(args: readonly string[], config: YusuanConfig): Pick<RunOptions, 'inputs' | 'manifests'> {
  const [, ...inputs] = positionals(args, VALUED);
  const manifests = optionTexts(args, 'manifest');
  if (inputs.length + manifests.length > 0) return { inputs, manifests };
  const configured = { inputs: config.inputs ?? [], manifests: config.manifests ?? [] };
  if (configured.inputs.length + configured.manifests.length > 0) return configured;
  throw new UsageError('run needs inputs: files, folders, globs, archives of files, or - for a list on standard input');
}

function limitsOf(args: readonly string[], { limits = {} }: YusuanConfig): NonNullable<RunOptions['limits']> {
  const unpacked = optionNumber(args, 'max-unpacked', UNPACKED);
  return {
    seconds: optionNumber(args, 'max-seconds', RANGES.seconds) ?? limits.seconds,
    memory: optionNumber(args, 'max-memory', RANGES.memory) ?? limits.memory,
    pages: optionNumber(args, 'max-pages', RANGES.pages) ?? limits.pages,
    cells: optionNumber(args, 'max-cells', RANGES.cells) ?? limits.cells,
    unpackedBytes: unpacked === null ? limits.unpackedBytes : unpacked * BYTES_PER_MIB,
  };
}

function reprocessOf(args: readonly string[]): RunOptions['reprocess'] {
  if (hasOption(args, 'reprocess')) return 'all';
  return hasOption(args, 'reprocess-failed') ? 'failed' : undefined;
}

function parquetOf(args: readonly string[]): RunOptions['parquet'] {
  // Known to the command-line library as what --no-parquet turns off.
  if (hasOption(args, 'parquet'))
    throw new UsageError('there is no option --parquet: it is written unless --no-parquet says otherwise');
  const [isNone, isOnly] = [hasOption(args, 'no-parquet'), hasOption(args, 'parquet-only')];
  if (isNone && isOnly) throw new UsageError('--no-parquet and --parquet-only exclude each other');
  if (isNone) return 'none';
  return isOnly ? 'only' : undefined;
}

/** A limit of the command line goes before that of the configuration on the same measure. */
function failOnOf(args: readonly string[], { failOn = {} }: YusuanConfig): readonly Limit[] {
  const typed = optionTexts(args, 'fail-on').map(parseLimit);
  const written = MEASURES.flatMap((measure) => {
    const most = failOn[measure];
    return most === undefined || typed.some((limit) => limit.measure === measure) ? [] : [{ measure, most }];
  });
  return [...written, ...typed];
}
