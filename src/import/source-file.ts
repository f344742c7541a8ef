/** A file that is read piece by piece, as often as it is asked for. */
export type SourceFile = { readonly size: number; readonly chunks: () => Iterable<Uint8Array> }

/** Bytes at hand as a file. */
export function fileOfBytes(bytes: Uint8Array): SourceFile {
  return { size: bytes.length, chunks: () => [bytes] }
}

/** A file by what it is given as. */
export function asSourceFile(given: Uint8Array | SourceFile): SourceFile {
  return given instanceof Uint8Array ? fileOfBytes(given) : given
}
