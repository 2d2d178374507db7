/** What a release answers, in the vectors of resets and maintenance, that does not have the function. */
export const nothing = () => () => undefined;
