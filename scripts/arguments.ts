/** What was wrong with the arguments of a command, in Danish: `parseArgs` speaks English. */
export function explainArguments(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const name =
    /'([^']*)'/
      .exec(error.message)?.[1]
      ?.replace(/ <value>$/, '')
      .replace(/^-\w, /, '') ?? ''
  switch ('code' in error ? error.code : undefined) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Kommandoen kender ikke ${name}.`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take') ? `${name} skal stå uden værdi.` : `Der mangler noget efter ${name}.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Kommandoen kan ikke bruge "${name}".`
    default:
      return error.message
  }
}
