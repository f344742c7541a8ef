/** Under which key the bytes of a file of a subject are kept, such as `deal_01/file_02`. Never a word somebody typed. */
export function fileKey(subject: string, file: string): string {
  return checkedKey(`${subject}/${file}`)
}

/** A key as it is; throws at one that could lead out of where files are kept. */
export function checkedKey(key: string): string {
  if (/^[\w-]+(?:\/[\w-]+)*$/.test(key) && key.length <= 200) return key
  throw new Error(`“${key}” is not the key of a file.`)
}

/** Under which key the bytes of a file that rules name are kept: they are what their hash says, for good. */
export function ruleFileKey(sha256: string): string {
  return fileKey('template', sha256)
}
