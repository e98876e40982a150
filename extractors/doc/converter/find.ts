/** The program that turns old Word documents into docx, if the machine has it. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Names under which LibreOffice is installed. */
const PROGRAMS = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
/** Where its installers put it on systems that don't add it to PATH. */
const USUAL_PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];
/** Says in the environment which program to take; `none` for doing without. */
export const CONVERTER_VARIABLE = 'YUSUAN_SOFFICE';

/** What the variable says for doing without. */
const NONE = 'none';

/** Thrown where the environment names a converter that is no program: what was meant can't be guessed. */
export class ConverterError extends Error {
  override readonly name = 'ConverterError';
}

/**
 * The path of LibreOffice: what `YUSUAN_SOFFICE` names, else the first on PATH, else where its installers put it; null where there is none, or the variable
 * says `none`.
 *
 * @throws ConverterError where the variable names no program
 */
export function findConverter(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (isSwitchedOff(environment)) return null;
  const named = environment[CONVERTER_VARIABLE] ?? '';
  if (named !== '') return checkNamed(named);
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const places = folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  return [...places, ...USUAL_PLACES].find(isProgram) ?? null;
}

/** Whether the environment says to do without a converter, so that nobody looks for one that is installed. */
export function isSwitchedOff(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment[CONVERTER_VARIABLE] === NONE;
}

function checkNamed(path: string): string {
  if (isAbsolute(path) && isProgram(path)) return path;
  const message = `${CONVERTER_VARIABLE} says "${path}", which is not the absolute path of a program; name LibreOffice (as /usr/bin/soffice), or say "${NONE}" for doing without`;
  throw new ConverterError(message);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether documents that need a converter can be given to one on this machine. @throws ConverterError as {@link findConverter} */
export function hasConverter(): boolean {
  return findConverter() !== null;
}
