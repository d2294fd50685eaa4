/**
 * The environment as the machine gave it, for programs that tests start: once this process drew a picture it has letters
 * of its own there (`papers/picture-png.ts`), and the files of a worker share its process.
 */
export function machineEnv(): NodeJS.ProcessEnv {
  const { FONTCONFIG_FILE: letters, ...env } = process.env;
  return letters === undefined || letters.includes('guong-sang-fonts-')
    ? env
    : { ...env, FONTCONFIG_FILE: letters };
}
