/** The languages Norma speaks with people, equals both. */
export const languages = ['en', 'ru'] as const
/** A language somebody reads. */
export type Language = (typeof languages)[number]
