/** Writes what the pages load in a browser into a folder, dist/pages where none is named. */
export function bundlePages(outdir?: string): Promise<void>
