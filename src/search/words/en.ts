/** Why nothing was looked for or made anew, in English, by code. */
export const en = {
  'field_value.after': ({ value }: { value: string }) =>
    `“after”: ${value} is not a place to go on from. Send what the answer before said, or leave it out to begin anew.`,
} as const
