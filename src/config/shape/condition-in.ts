const signs: Readonly<Record<string, string>> = {
  '<=': 'at most',
  '≤': 'at most',
  '>=': 'at least',
  '≥': 'at least',
  '<': 'less than',
  '>': 'more than',
  '!=': 'not',
  '=': '',
  '==': '',
}

/** A condition that is written without its colon, such as `discount <= 20%`, as a line of a condition; undefined for other texts. */
export function conditionIn(text: string): string | undefined {
  const inSigns = /^([a-z][a-z0-9_.]*)\s*(<=|>=|==|!=|[<>=≤≥])\s*(\S.*)$/.exec(text)
  if (inSigns?.[1] !== undefined && inSigns[3] !== undefined)
    return `${inSigns[1]}: ${signs[inSigns[2] ?? ''] ?? ''} ${inSigns[3]}`.replace(/: +/, ': ')
  const inWords = /^([a-z][a-z0-9_.]*) ((?:at least|at most|more than|less than|between|not) .+|filled|empty)$/.exec(
    text,
  )
  return inWords === null ? undefined : `${inWords[1] ?? ''}: ${inWords[2] ?? ''}`
}
