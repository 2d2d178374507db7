/** How many decisions are compared. */
export const decisions = 2400;
