/** Days after the one on which a flare began: nobody said that it is over, and nothing shows it. Then it has run out. */
export const longestFlareDays = 14;
