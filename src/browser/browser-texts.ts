/** The sentences a script may need, in the language of the page. */
export type ScriptTexts = Readonly<
  Record<
    | 'saved'
    | 'offline'
    | 'online'
    | 'failed'
    | 'changed'
    | 'signIn'
    | 'required'
    | 'badNumber'
    | 'badMoney'
    | 'badMoment'
    | 'typeDay'
    | 'daySample'
    | 'momentSample'
    | 'pick'
    | 'narrow'
    | 'badForm'
    | 'badEmail'
    | 'badValue'
    | 'typeMoment'
    | 'chooseDeal'
    | 'chooseClient'
    | 'cancel'
    | 'emptyFile',
    string
  >
>

/** Reads the sentences that the page brought along. */
export const texts = JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as ScriptTexts
