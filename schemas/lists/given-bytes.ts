import Type from 'typebox'

/** Where bytes come from: in the body as base64, or from where they were sent before. */
export const givenBytes = {
  content: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_000_000,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
      description: 'The bytes of the file, as base64; of larger ones give `upload`',
    }),
  ),
  upload: Type.Optional(
    Type.String({
      pattern: '^up_[A-Z0-9]{1,40}$',
      description: 'Where its bytes were sent: see POST /uploads',
      examples: ['up_01KAQ4B6Y2M3T9J8V5C7D1E0FG'],
    }),
  ),
}
