import { fileKey } from '#domain/files/file-key'

/** Under which key the bytes of a template are kept: they are what their hash says, for good. */
export function templateKey(sha256: string): string {
  return fileKey('template', sha256)
}
