/** What is said of files that are loaded in the background, in English, by code. */
export const en = {
  load_unknown: ({ id }: { id: string }) => `There is no load “${id}”, or it is not yours.`,
  'field_value.load_broken': ({ name, most }: { name: string; most: number }) =>
    `“${name}” could not be loaded: it broke off ${most} times in a row. What was kept before is there: load the file again and it goes on from there, or part it into smaller ones and load those.`,
}
