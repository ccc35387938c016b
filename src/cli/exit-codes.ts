/** What the program's exit says: all went well; an answer failed a check, so there is no number; the input or the command was wrong. */
export const exitCodes = { ok: 0, failedCheck: 1, badInput: 2 } as const
