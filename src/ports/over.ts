/**
 * What is written over: exactly this, or nothing (null). A store that finds something else writes nothing and answers
 * false. Where it is not said, whatever is there is written over.
 */
export type Over<T> = T | null
