/** Thrown for a configuration that can't be used; the message names the file, the place in it and what is allowed there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
